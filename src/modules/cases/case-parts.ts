const BY = `(SELECT n.display_name FROM staff_names n WHERE n.id = r.recorded_by)`;

/**
 * Part of a statement over `cases c`: a JSON list of the rows `r` of a family's table, newest first, with
 * their ids and who recorded them when; at most 200, the rest is history.
 */
export const partsOf = (
  table: string,
  fields: string,
  order = 'r.recorded_at',
  join = '',
): string =>
  `(SELECT coalesce(json_agg(x.item), '[]') FROM (
      SELECT json_build_object('id', r.id, 'recordedAt', r.recorded_at, 'recordedBy', ${BY}, ${fields}) AS item
        FROM ${table} r ${join} WHERE r.case_id = c.id ORDER BY ${order} DESC, r.id DESC LIMIT 200) x)`;
