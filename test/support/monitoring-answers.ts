/** What the tests read of `GET /metrics`. */
export interface MetricsJson {
  readonly runtime_metrics: {
    readonly windows: Readonly<Record<'1m' | '5m' | '24h', Readonly<Record<string, number>>>>;
    readonly counters: Readonly<Record<string, number>>;
    readonly counters_by_label: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly rates: Readonly<Record<string, number | null>>;
  };
  readonly five_minute_compliance: ComplianceJson;
  readonly growth_rollout: Readonly<Record<string, unknown>>;
}

/** What they read of `GET /performance`. */
export interface PerformanceJson {
  readonly five_minute_compliance: ComplianceJson;
  /** Of the contact that was asked for. */
  readonly texts?: readonly TextJson[];
}

export interface ComplianceJson {
  readonly rate: number | null;
  readonly in_time_24h: number;
  readonly violations_24h: number;
  readonly waiting: { readonly count: number; readonly late: number; readonly oldest_seconds: number };
  readonly worst: readonly TextJson[];
}

export interface TextJson {
  readonly status: 'answered' | 'dropped' | 'waiting';
  readonly answered_at: string | null;
  readonly waited_seconds: number;
  readonly waited_since_date_added_seconds: number | null;
}

/** Asks for JSON; without a token where none is given. */
export async function getJson<T>(url: string, token?: string): Promise<T> {
  const init = token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } };
  return (await (await fetch(url, init)).json()) as T;
}
