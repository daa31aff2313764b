import { judge, severityOf, summarise } from './judge';
import type { Look, Reading } from './judge';
import { MEASURES } from './measures';

const LIMITS = Object.fromEntries(MEASURES.map(({ option, limit }) => [option, limit]));
const SERVICES = {
  ghl: { status: 'up' },
  storage: { status: 'up' },
  inbox: { status: 'up', unfinished: 100, failed: 0 },
};
const PERFORMANCE = {
  five_minute_compliance: { rate: 0.95, violations_24h: 0 },
  current_performance: { p95_response_ms: 1_000, rates: { ghl_success_rate: 0.9 } },
};

function answer(body: unknown, httpStatus = 200): Reading {
  return { kind: 'answer', httpStatus, body, durationMs: 12.4 };
}

function look(change: Partial<Look> = {}): Look {
  return {
    health: answer({ status: 'ok', services: SERVICES }),
    performance: answer(PERFORMANCE),
    canary: null,
    ...change,
  };
}

function found(change: Partial<Look>, limits = LIMITS): readonly string[] {
  return judge(look(change), limits).map(({ severity, text }) => `${severity}: ${text}`);
}

function performanceWith(compliance: object, rest: object = PERFORMANCE.current_performance): Partial<Look> {
  return { performance: answer({ five_minute_compliance: compliance, current_performance: rest }) };
}

function inboxWith(inbox: object): Partial<Look> {
  return { health: answer({ status: 'ok', services: { ...SERVICES, inbox: { status: 'up', ...inbox } } }) };
}

describe('observability: what the monitor finds', () => {
  it('is nothing while every value is at its limit', () => {
    expect(found({})).toEqual([]);
    expect(found({ canary: { problem: null } })).toEqual([]);
  });

  it.each([
    [
      'critical: five_minute_compliance.rate is 0.94, min-compliance is 0.95',
      performanceWith({ rate: 0.94, violations_24h: 0 }),
    ],
    [
      'warning: five_minute_compliance.violations_24h is 1, max-violations is 0',
      performanceWith({ rate: 1, violations_24h: 1 }),
    ],
    [
      'warning: p95_response_ms is 1001, max-p95-ms is 1000',
      performanceWith({ rate: 1, violations_24h: 0 }, { p95_response_ms: 1_001, ghl_success_rate: 1 }),
    ],
    [
      'warning: ghl_success_rate is 0.89, min-ghl-success-rate is 0.9',
      performanceWith({ rate: 1, violations_24h: 0 }, { p95_response_ms: 1, ghl_success_rate: 0.89 }),
    ],
    ['warning: inbox.unfinished is 101, max-backlog is 100', inboxWith({ unfinished: 101, failed: 0 })],
    ['warning: inbox.failed is 1, max-failed is 0', inboxWith({ unfinished: 0, failed: 1 })],
    ['critical: no answer from /health: ECONNREFUSED', { health: { kind: 'silence', reason: 'ECONNREFUSED' } }],
    ['critical: /health answers 503', { health: answer({ status: 'stopping' }, 503) }],
    ['critical: no answer from /performance: timeout', { performance: { kind: 'silence', reason: 'timeout' } }],
    ['critical: /performance answers 500', { performance: answer(null, 500) }],
    ['warning: /performance answers 404', { performance: answer(null, 404) }],
    [
      'warning: /performance answers 401; give --token, METRICS_TOKEN or ADMIN_TOKEN',
      { performance: answer(null, 401) },
    ],
    ['critical: canary: answered 403 invalid_signature', { canary: { problem: 'answered 403 invalid_signature' } }],
  ] as [string, Partial<Look>][])('%s', (finding, change) => {
    expect(found(change)).toEqual([finding]);
  });

  it('names what is down; the data folder is worse than what is waited for', () => {
    const services = { ...SERVICES, ghl: { status: 'down' }, storage: { status: 'down' } };
    expect(found({ health: answer({ status: 'degraded', services }) })).toEqual([
      'warning: ghl is down',
      'critical: storage is down',
    ]);
  });

  it('says when something else answers', () => {
    expect(found({ health: answer(null), performance: answer('<html>') })).toEqual([
      'critical: /health is not that of Jorge Bots',
      ...[
        'five_minute_compliance.rate',
        'five_minute_compliance.violations_24h',
        'p95_response_ms',
        'ghl_success_rate',
      ].map((name) => `warning: performance does not tell ${name}`),
      'warning: health does not tell inbox.unfinished',
      'warning: health does not tell inbox.failed',
    ]);
  });

  it('is judged by the value that is meant, not by another of the same name', () => {
    const body = { rate: 0.1, cache: { rate: 0 }, violations_24h: 9, nested: PERFORMANCE };
    expect(found({ performance: answer(body) })).toEqual([]);
  });

  it('names what is missing, and not what has no value yet', () => {
    expect(found(performanceWith({ rate: null, violations_24h: 0 }))).toEqual([]);
    expect(found(performanceWith({ violations_24h: 0 }))).toEqual([
      'warning: performance does not tell five_minute_compliance.rate',
    ]);
  });

  it('is judged by the limits that are given', () => {
    const change = performanceWith({ rate: 0.5, violations_24h: 3 });
    expect(found(change, { ...LIMITS, 'min-compliance': 0.5, 'max-violations': 3 })).toEqual([]);
  });

  it('is as bad as the worst of it', () => {
    const warning = { severity: 'warning', text: '' } as const;
    expect(severityOf([])).toBe('ok');
    expect(severityOf([warning])).toBe('warning');
    expect(severityOf([warning, { severity: 'critical', text: '' }])).toBe('critical');
  });
});

describe('observability: what the monitor tells of a look', () => {
  it('is every value', () => {
    expect(summarise(look({ canary: { problem: null } }))).toBe(
      'health=12ms performance=12ms five_minute_compliance.rate=0.95 five_minute_compliance.violations_24h=0 ' +
        'p95_response_ms=1000 ghl_success_rate=0.9 inbox.unfinished=100 inbox.failed=0 canary=ok',
    );
  });

  it('is a dash for what was not read', () => {
    expect(summarise(look({ performance: { kind: 'silence', reason: 'x' }, canary: { problem: 'y' } }))).toBe(
      'health=12ms performance=- five_minute_compliance.rate=- five_minute_compliance.violations_24h=- ' +
        'p95_response_ms=- ghl_success_rate=- inbox.unfinished=100 inbox.failed=0 canary=failed',
    );
  });
});
