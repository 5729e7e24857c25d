import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export { AllotRequest_programme as PROGRAMMES } from './enums';

export type Balance = Schemas['BalanceResponse'];
export type PostBalance = Schemas['PostBalanceResponse'];
export type BudgetQuarter = Schemas['BudgetQuarterResponse'];
export type Movement = Schemas['MovementResponse'];

export const listQuarters = () => get('/api/v1/budget-quarters');
export const openYear = (year: number, sending: Sending) =>
  post('/api/v1/budget-years', { year }, sending);
export const changeQuarter = (
  { year, quarter }: BudgetQuarter,
  to: 'opening' | 'closing',
  reason: string | undefined,
  sending: Sending,
) =>
  post(
    `/api/v1/budget-years/{year}/quarters/{quarter}/${to}`,
    { ...(reason ? { reason } : {}) },
    { ...sending, at: { year: String(year), quarter: String(quarter) } },
  );

/** `at`: as of that instant, ISO 8601 UTC; absent: now. */
export const readBalances = (year: number, at?: string) =>
  get('/api/v1/balances', { query: { year, ...(at ? { at } : {}) } });
export const listMovements = (cursor?: string) =>
  get('/api/v1/ledger-transactions', { query: { ...(cursor ? { cursor } : {}) } });
export const allot = (body: Schemas['AllotRequest'], sending: Sending) =>
  post('/api/v1/allotments', body, sending);
export const transferAllotment = (body: Schemas['TransferAllotmentRequest'], sending: Sending) =>
  post('/api/v1/allotment-transfers', body, sending);
export const reverseMovement = (id: string, reason: string, sending: Sending) =>
  post('/api/v1/ledger-transactions/{id}/reversal', { reason }, { ...sending, at: { id } });

export const listRates = () => get('/api/v1/exchange-rates');
export const importRates = (body: Schemas['ImportRatesRequest'], sending: Sending) =>
  post('/api/v1/exchange-rates', body, sending);
