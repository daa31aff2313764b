import http from 'node:http';
import https from 'node:https';
import { isAxiosError } from 'axios';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';

/** One request as it goes over the wire. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What came back: an answer of any status, or none that could be read. */
export type HttpOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly text: string }
  | { readonly kind: 'failure'; readonly reason: FailureReason };
type Headers = Readonly<Record<string, unknown>>;

/** `unreachable` is the only one after which the CRM certainly has not seen the request. */
type FailureReason = 'unreachable' | 'timeout' | 'connection_lost' | 'answer_too_large';

const MAX_ANSWER_BYTES = 5 * 1024 * 1024;
/** Shorter than servers and proxies keep an idle connection, so that a call does not run into a closed one. */
const IDLE_CONNECTION_MS = 4_000;
/** More than the limiter lets through in one interval: a call never waits for a connection while its time runs. */
const MAX_CONNECTIONS = 256;
const UNREACHABLE_CODES: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * How axios talks to the CRM: kept connections; answers bounded and left as text; no redirect is followed and no proxy
 * of the environment used, since either would hand the token to somebody else.
 */
export function httpOptions(): AxiosRequestConfig {
  const agent = { keepAlive: true, timeout: IDLE_CONNECTION_MS, maxSockets: MAX_CONNECTIONS };
  return {
    httpAgent: new http.Agent(agent),
    httpsAgent: new https.Agent(agent),
    maxRedirects: 0,
    proxy: false,
    maxContentLength: MAX_ANSWER_BYTES,
    responseType: 'text',
    transformRequest: [(body: unknown) => body],
    transformResponse: [(body: unknown) => body],
    validateStatus: () => true,
  };
}

/** Ends the connections that {@link httpOptions} keeps. */
export function closeConnections({ defaults }: AxiosInstance): void {
  const agents: readonly unknown[] = [defaults.httpAgent, defaults.httpsAgent];
  for (const agent of agents) if (agent instanceof http.Agent) agent.destroy();
}

/**
 * Makes one request. Every failure of the network is an outcome, never an exception.
 * @param timeoutMs from connecting to the last byte; axios' own timeout would not see a body that drips.
 */
export async function exchange(axios: AxiosInstance, request: HttpRequest, timeoutMs: number): Promise<HttpOutcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
  }, timeoutMs);
  try {
    const { method, url, headers, body } = request;
    const answer = await axios.request<string>({ method, url, headers, data: body, signal: abort.signal });
    return { kind: 'answer', status: answer.status, headers: answer.headers, text: answer.data };
  } catch (error) {
    if (!isAxiosError(error)) throw error;
    return { kind: 'failure', reason: abort.signal.aborted ? 'timeout' : reasonOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf({ code, message }: { readonly code?: string; readonly message: string }): FailureReason {
  if (UNREACHABLE_CODES.has(code)) return 'unreachable';
  return message.startsWith('maxContentLength') ? 'answer_too_large' : 'connection_lost';
}
