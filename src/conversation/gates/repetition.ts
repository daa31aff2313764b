import type { JudgedText, Truth } from './gate';

/** Nobody is told the same twice in a row, not even where the first time had the introduction in front of it. */
export function refuseRepetition({ text }: JudgedText, { previousReply }: Truth): string | null {
  if (previousReply === null) return null;
  return ` ${words(previousReply)}`.endsWith(` ${words(text)}`) ? 'was said just before' : null;
}

/** Case, punctuation and line breaks do not make it another text. */
function words(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}$%]+/gu) ?? []).join(' ');
}
