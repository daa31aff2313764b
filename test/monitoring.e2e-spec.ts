import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inboundText, startTestApp } from './support/test-app';
import type { TestApp } from './support/test-app';

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}
interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels?: { readonly severity?: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

const { panels } = JSON.parse(readFileSync('deploy/monitoring/grafana-dashboard.json', 'utf8')) as {
  readonly panels: readonly Panel[];
};
const { groups } = parse(readFileSync('deploy/monitoring/alerts.yaml', 'utf8')) as {
  readonly groups: readonly { readonly rules: readonly Alert[] }[];
};
const charts = panels.filter(({ type }) => type !== 'row');
const alerts = groups.flatMap(({ rules }) => rules);
const queries: readonly (readonly [where: string, query: string])[] = [
  ...charts.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [`panel "${title}"`, expr] as const)),
  ...alerts.map(({ alert, expr }) => [`alert ${alert}`, expr] as const),
];

/** A metric in a query, with the labels of its selector. Functions are followed by a bracket. */
const SELECTOR = /\b([a-z_:][\w:]*)\b(?!\s*\()(?:\{([^}]*)\})?/gi;
const KEYWORDS = new Set(['by', 'without', 'on', 'ignoring', 'and', 'or', 'unless', 'bool', 'offset']);

/** Metrics that a query names, each with the labels that it is selected by. Grouping labels are not looked at. */
function metricsIn(query: string): readonly { readonly name: string; readonly labels: readonly string[] }[] {
  const bare = query
    .replaceAll(/\b(?:by|without)\s*\([^)]*\)/g, ' ')
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replaceAll(/(?<![\w"$])[\d.]+\b/g, ' ');
  return [...bare.matchAll(SELECTOR)]
    .filter(([, name = '']) => !KEYWORDS.has(name))
    .map(([, name = '', selector = '']) => ({
      name,
      labels: [...selector.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
    }));
}

/** Label names of every sample name in the Prometheus text. */
function samplesIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const samples = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [, type, kind] = /^# TYPE (\S+) (\S+)/.exec(line) ?? [];
    if (type !== undefined) for (const name of namesOf(type, kind ?? '')) samples.set(name, new Set());
    const [, sample, labels = ''] = /^([a-z_:][\w:]*)(?:\{(.*)\})? /i.exec(line) ?? [];
    if (sample === undefined) continue;
    const known = samples.get(sample) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    samples.set(sample, known);
  }
  return samples;
}

function namesOf(metric: string, kind: string): readonly string[] {
  return kind === 'histogram' ? ['_bucket', '_sum', '_count'].map((suffix) => metric + suffix) : [metric];
}

let app: TestApp;
let samples: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
  app = await startTestApp({ GHL_MAX_RETRIES: '0' });
  app.crm.injectFault({ method: 'PUT', path: /^\/contacts\//, kind: 'status', status: 500, times: 1 });
  await app.say('watched1', 'I want to buy a house');
  await app.postWebhook(inboundText('watched1', 'x'), { 'X-GHL-Signature': 'ab'.repeat(32) });
  await fetch(`${app.url}/health`);
  const answer = await fetch(`${app.url}/metrics?format=prometheus`);
  samples = samplesIn(await answer.text());
});
afterAll(() => app.close());

describe('observability: dashboard and alerts', () => {
  it.each(queries)('%s asks only for metrics and labels that the service exports: %s', (_where, query) => {
    const named = metricsIn(query);
    expect(named.length).toBeGreaterThan(0);
    for (const { name, labels } of named) {
      expect([...samples.keys()]).toContain(name);
      // The scraper adds the job.
      for (const label of labels.filter((own) => own !== 'job'))
        expect([...(samples.get(name) ?? [])]).toContain(label);
    }
  });

  it('know a metric that is not there when they see one', () => {
    expect(metricsIn('sum by (le) (rate(jorge_gone_bucket{job=~"$job", le="1"}[5m])) / 2')).toEqual([
      { name: 'jorge_gone_bucket', labels: ['job', 'le'] },
    ]);
    expect(samples.has('jorge_gone_bucket')).toBe(false);
  });

  it.each(charts.map((chart) => [chart.title, chart] as const))(
    'panel %s has a unit and named lines',
    (title, chart) => {
      expect(title).not.toBe('');
      expect(chart.fieldConfig?.defaults.unit).toMatch(/\w/);
      const { targets = [] } = chart;
      expect(targets.length).toBeGreaterThan(0);
      if (targets.length > 1) for (const { legendFormat } of targets) expect(legendFormat).not.toBe('');
    },
  );

  it.each(alerts.map((alert) => [alert.alert, alert] as const))(
    'alert %s says what it means and what to do',
    (_, alert) => {
      expect(alert.labels?.severity).toMatch(/^(?:critical|warning)$/);
      for (const name of ['summary', 'description', 'action']) expect(alert.annotations?.[name]).toMatch(/\w{3}/);
      expect(alert.annotations?.runbook).toMatch(/^docs\/runbook\.md, ".+"$/);
    },
  );
});
