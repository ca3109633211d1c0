/** An error beside its cause, in the person's words. */
import { ZhupiError } from '#shared/api/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import { useLanguage } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';

/** Anything thrown as a ZhupiError; what is not one becomes `internal`. */
export function asZhupiError(error: unknown): ZhupiError {
  return error instanceof ZhupiError ? error : new ZhupiError('internal', {}, { cause: error });
}

/** The text of an error with a sign, announced when it appears. */
export function ErrorNote({ error }: { readonly error: ZhupiError }) {
  const language = useLanguage();
  return (
    <p className="note note-bad" role="alert">
      <Icon name="warning" size={16} />
      <span>{errorText(language, error)}</span>
    </p>
  );
}
