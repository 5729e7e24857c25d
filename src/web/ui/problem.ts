import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiError, OfflineError } from '../api/problem';

export interface ProblemText {
  title: string;
  detail?: string;
  correlationId?: string;
}

/** The API says what to do; every other fault of the server reads the same to a person. */
const STORAGE_FULL = 507;

/** An error as a person reads it. The API already speaks their language; the rest is said here. */
export function useProblemText(): (error: unknown) => ProblemText {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof OfflineError)
      return { title: t('state.offline'), detail: t('state.offlineDetail') };
    if (error instanceof ApiError) {
      const { title, detail, correlationId, status } = error.problem;
      if (status >= 500 && status !== STORAGE_FULL)
        return { title: t('state.server'), detail: t('state.serverDetail'), correlationId };
      return { title, detail, correlationId };
    }
    return { title: t('state.crashed') };
  };
}

interface FormErrors {
  setErrors: (errors: Record<string, string>) => void;
  values: object;
}

/**
 * Puts a problem where it belongs: refusals of a field at that field, the rest as the returned text.
 * `rename` maps the path of the API to the name of the field on screen.
 */
export function useFormProblem(): (
  form: FormErrors,
  error: unknown,
  rename?: (path: string) => string,
) => ProblemText | null {
  const text = useProblemText();
  return (form, error, rename = (path) => path) => {
    const refusals = error instanceof ApiError ? (error.problem.errors ?? []) : [];
    const known: Record<string, string> = {};
    const rest: string[] = [];
    for (const { path, message, code } of refusals) {
      const name = rename(path);
      if (name in form.values)
        known[name] = [known[name], message ?? code].filter(Boolean).join(' ');
      else rest.push(message ?? `${path}: ${code}`);
    }
    form.setErrors(known);
    if (Object.keys(known).length > 0 && rest.length === 0) {
      queueMicrotask(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return null;
    }
    const said = text(error);
    return rest.length > 0 ? { ...said, detail: rest.join(' ') } : said;
  };
}

/** The button that closes a notification says so. */
const useCloseButton = () => {
  const { t } = useTranslation();
  return { closeButtonProps: { 'aria-label': t('action.close') } };
};

export function useTellDone(): (message: string) => void {
  const close = useCloseButton();
  return (message) => notifications.show({ message, color: 'tinta', autoClose: 4000, ...close });
}

export function useTellProblem(): (error: unknown) => void {
  const text = useProblemText();
  const close = useCloseButton();
  return (error) => {
    const { title, detail } = text(error);
    notifications.show({
      title,
      message: detail ?? '',
      color: 'rojo',
      autoClose: 10_000,
      ...close,
    });
  };
}
