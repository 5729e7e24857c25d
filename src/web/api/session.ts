import { get, patch, post, remove } from './http';
import type { Me, Notice, Page } from './types';

export interface SignIn {
  state: 'signed_in' | 'second_factor_required' | 'second_factor_to_enrol';
}

export const signIn = (username: string, password: string) =>
  post<SignIn>('/sessions', { username, password });
export const giveSecondFactor = (code: string) => post<void>('/sessions/second-factor', { code });
export const signOut = () => remove('/sessions/current');
export const signOutEverywhere = () => remove('/sessions');
export const readMe = () => get<Me>('/me');
export const saveLanguage = (language: 'es' | 'en') => patch<void>('/me', { language });
export const enrolSecondFactor = () => post<{ secret: string; uri: string }>('/me/totp');
export const confirmSecondFactor = (code: string) => post<void>('/me/totp/confirmation', { code });
export const readNotices = () => get<Page<Notice>>('/notices');
export const markNoticeRead = (id: string) => post<void>(`/notices/${id}/read`);
