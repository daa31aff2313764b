/** What the CRM says about its limits in the headers of an answer; what is missing or nonsense is `null`. */
export interface RateAnnouncement {
  readonly max: number | null;
  readonly intervalMs: number | null;
  readonly remaining: number | null;
  readonly dailyLimit: number | null;
  readonly dailyRemaining: number | null;
}

/** @param headers of an answer, names in lower case. */
export function readRateAnnouncement(headers: Readonly<Record<string, unknown>>): RateAnnouncement {
  return {
    max: wholeNumber(headers['x-ratelimit-max'], 1),
    intervalMs: wholeNumber(headers['x-ratelimit-interval-milliseconds'], 100),
    remaining: wholeNumber(headers['x-ratelimit-remaining'], 0),
    dailyLimit: wholeNumber(headers['x-ratelimit-limit-daily'], 1),
    dailyRemaining: wholeNumber(headers['x-ratelimit-daily-remaining'], 0),
  };
}

function wholeNumber(value: unknown, min: number): number | null {
  if (typeof value !== 'string' || !/^\d{1,12}$/.test(value)) return null;
  const number = Number(value);
  return number >= min ? number : null;
}
