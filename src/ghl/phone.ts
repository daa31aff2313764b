/**
 * Turns a phone number as people write it into E.164.
 * @returns `null` for what cannot be one. Ten digits are taken as a US number (North American Numbering Plan: area
 * code and exchange begin with 2 to 9).
 */
export function toE164(phone: unknown): string | null {
  if (typeof phone !== 'string' || !/^\+?[\d\s().-]+$/.test(phone.trim())) return null;
  const digits = phone.replace(/\D/g, '');
  const isInternational = phone.trim().startsWith('+');
  if (isInternational && !digits.startsWith('1')) return /^[2-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  if (isInternational && digits.length !== 11) return null;
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(national) ? `+1${national}` : null;
}
