import type { Report } from '../../growth';

const TIMEOUT_MS = 30_000;

/** The service did not give a report; the message says why and what to do. */
export class NoReportError extends Error {}

const ADVICE: Readonly<Record<number, string>> = {
  401: 'ADMIN_TOKEN is not the one that the service has',
  403: 'the service has no ADMIN_TOKEN; set it there and restart',
  404: 'this is not Jorge Bots, or a version without the report',
};

/**
 * Asks a running service for its growth report.
 * @param url of the service, without a path.
 * @throws {NoReportError}
 */
export async function fetchReport(url: string, adminToken: string): Promise<Report> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new NoReportError('--url must be the address of the service, such as http://127.0.0.1:3000');
  }
  const response = await ask(`${url.replace(/\/+$/, '')}/growth/report`, adminToken);
  if (response.status !== 200) {
    throw new NoReportError(`${url} answers ${response.status}: ${ADVICE[response.status] ?? 'see its log'}`);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!isReport(body)) throw new NoReportError(`${url} answers with something else than a growth report`);
  return body;
}

async function ask(url: string, adminToken: string): Promise<Response> {
  try {
    const headers = { Authorization: `Bearer ${adminToken}` };
    return await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    const { code, message = (cause as Error).message } = ((cause as Error).cause ??
      {}) as Partial<NodeJS.ErrnoException>;
    throw new NoReportError(`no answer from ${url}: ${code ?? message}; does the service run?`, { cause });
  }
}

function isReport(body: unknown): body is Report {
  return typeof body === 'object' && body !== null && 'features' in body && 'generated_at' in body;
}
