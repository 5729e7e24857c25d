import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export {
  DefineIndicatorRequest_measure as INDICATOR_MEASURES,
  DefineIndicatorRequest_unit as INDICATOR_UNITS,
  EnterIndicatorRequest_kind as ENTRY_KINDS,
} from './enums';

export type Indicator = Schemas['IndicatorRowResponse'];
export type IndicatorYear = Schemas['IndicatorYearResponse'];

export const readIndicators = (from: number, to: number) =>
  get('/api/v1/indicators', { query: { from, to } });
export const defineIndicator = (
  code: string,
  body: Schemas['DefineIndicatorRequest'],
  sending: Sending,
) => post('/api/v1/indicators/{code}/versions', body, { ...sending, at: { code } });
export const enterIndicator = (
  code: string,
  body: Schemas['EnterIndicatorRequest'],
  sending: Sending,
) => post('/api/v1/indicators/{code}/entries', body, { ...sending, at: { code } });
export const signIndicator = (
  code: string,
  body: Schemas['SignIndicatorRequest'],
  sending: Sending,
) => post('/api/v1/indicators/{code}/signatures', body, { ...sending, at: { code } });
