import Holidays from 'date-holidays';

/**
 * Public holidays of a country and, when known, of a subdivision, as day keys (days since
 * 1970-01-01). Computed once per country, subdivision and year and shared by every post there:
 * `date-holidays` takes milliseconds, a look-up must take none.
 */
export class HostHolidays {
  private readonly places = new Map<string, Place>();

  /**
   * @param country ISO 3166-1 alpha-2
   * @param subdivision ISO 3166-2 of the post's seat, or null for the holidays of the whole country
   */
  of(country: string, subdivision: string | null, year: number): ReadonlySet<number> {
    const name = subdivision ?? country;
    let place = this.places.get(name);
    if (!place) {
      place = new Place(engineOf(country, subdivision));
      this.places.set(name, place);
    }
    return place.holidays(year);
  }
}

class Place {
  private readonly feasts = new Map<number, readonly number[]>();
  private readonly years = new Map<number, ReadonlySet<number>>();

  constructor(private readonly engine: Holidays) {}

  holidays(year: number): ReadonlySet<number> {
    let days = this.years.get(year);
    if (!days) {
      // A feast of several days may begin in the year before.
      const spanning = [...this.feastsFrom(year - 1), ...this.feastsFrom(year)];
      const first = Date.UTC(year, 0, 1) / MS_PER_DAY;
      const next = Date.UTC(year + 1, 0, 1) / MS_PER_DAY;
      days = new Set(spanning.filter((day) => day >= first && day < next));
      this.years.set(year, days);
    }
    return days;
  }

  private feastsFrom(year: number): readonly number[] {
    let days = this.feasts.get(year);
    if (!days) {
      days = this.engine.getHolidays(year).flatMap(wholeDays);
      this.feasts.set(year, days);
    }
    return days;
  }
}

const MS_PER_DAY = 86_400_000;
const ONLY_PUBLIC = { types: ['public' as const] };

function engineOf(country: string, subdivision: string | null): Holidays {
  const catalogue = new Holidays();
  if (!(country in catalogue.getCountries())) {
    for (const rule of UNLISTED[country] ?? []) {
      catalogue.setHoliday(rule, { name: rule, type: 'public' });
    }
    return catalogue;
  }
  const state = subdivision?.slice(country.length + 1);
  const states: Record<string, string> = catalogue.getStates(country) ?? {};
  return state && state in states
    ? new Holidays(country, state, ONLY_PUBLIC)
    : new Holidays(country, ONLY_PUBLIC);
}

/**
 * The local dates that a holiday covers from midnight to midnight; none for a half day, on which
 * offices open. Feasts of lunar calendars start at sunset but are named by their day.
 */
function wholeDays(holiday: { date: string; start: Date; end: Date }): number[] {
  const [day = '', time = ''] = holiday.date.split(' ');
  if (time !== '00:00:00') return [];
  const first = Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
  const count = Math.round((holiday.end.getTime() - holiday.start.getTime()) / MS_PER_DAY);
  return Array.from({ length: count }, (_, offset) => first + offset);
}

/**
 * Host countries that `date-holidays` does not list, in its rule language. Default: a post corrects
 * its own calendar by declaring days.
 */
const ISLAMIC_FEASTS = ['1 Muharram', '12 Rabi al-awwal', '1 Shawwal P3D', '10 Dhu al-Hijjah P3D'];
const UNLISTED: Readonly<Record<string, readonly string[]>> = {
  JO: ['01-01', '05-01', '05-25', '12-25', '9 Dhu al-Hijjah', ...ISLAMIC_FEASTS],
  KW: ['01-01', '02-25', '02-26', '27 Rajab', '9 Dhu al-Hijjah', ...ISLAMIC_FEASTS],
  LB: [
    ...['01-01', '01-06', '02-09', '03-25', '05-01', '05-25', '08-15', '11-22', '12-25'],
    ...['easter -2', 'easter 1', 'orthodox -2', 'orthodox 1', '10 Muharram'],
    ...ISLAMIC_FEASTS,
  ],
  QA: ['2nd tuesday in February', '12-18', ...ISLAMIC_FEASTS],
};
