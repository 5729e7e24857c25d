import { get, patch, post, remove } from './client';
import type { Language, Notice, Page, SignInState } from './types';

export const readAbout = () => get('/api/v1/about');
export const signIn = async (username: string, password: string): Promise<SignInState> => {
  const { state } = await post('/api/v1/sessions', { username, password });
  return state;
};
export const giveSecondFactor = (code: string) => post('/api/v1/sessions/second-factor', { code });
export const signOut = () => remove('/api/v1/sessions/current');
export const signOutEverywhere = () => remove('/api/v1/sessions');
export const readMe = () => get('/api/v1/me');
export const saveLanguage = (language: Language) => patch('/api/v1/me', { language });
export const enrolSecondFactor = () => post('/api/v1/me/totp', undefined);
export const confirmSecondFactor = (code: string) => post('/api/v1/me/totp/confirmation', { code });
export const readNotices = () =>
  get('/api/v1/notices') as Promise<unknown> as Promise<Page<Notice> & { unread: number }>;
export const markNoticeRead = (id: string) =>
  post('/api/v1/notices/{id}/read', undefined, { at: { id } });
