/** A metric as Prometheus reads it. */
export interface ParsedMetric {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/;
const VALUE = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|[+-]Inf|NaN)$/;
const TYPES = new Set(['counter', 'gauge', 'histogram', 'summary', 'untyped']);

/**
 * Reads the Prometheus text format 0.0.4 and refuses all that a scraper might refuse: see
 * https://prometheus.io/docs/instrumenting/exposition_formats/. Stricter than the format in asking for HELP and TYPE of
 * every metric, for no timestamps, and for counters to end in `_total`.
 */
export function parsePrometheusText(text: string): ReadonlyMap<string, ParsedMetric> {
  check(text.endsWith('\n'), 'the last line has no end');
  const metrics = new Map<string, ParsedMetric & { samples: Sample[] }>();
  let help: { readonly name: string; readonly text: string } | null = null;
  let current: (ParsedMetric & { samples: Sample[] }) | null = null;
  for (const line of text.slice(0, -1).split('\n')) {
    if (line === '') continue;
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === 'HELP') {
      check(METRIC_NAME.test(name) && rest !== '', line);
      help = { name, text: rest };
    } else if (kind === 'TYPE') {
      check(help?.name === name && TYPES.has(rest) && !metrics.has(name), line);
      current = { name, type: rest, help: help?.text ?? '', samples: [] };
      metrics.set(name, current);
    } else {
      check(!line.startsWith('#') && current !== null, line);
      current?.samples.push(parseSample(line));
    }
  }
  for (const metric of metrics.values()) checkMetric(metric);
  return metrics;
}

function parseSample(line: string): Sample {
  const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  check(name !== '' && VALUE.test(value), line);
  return { name, labels: parseLabels(labels, line), value: Number(value.replace('Inf', 'Infinity')) };
}

function parseLabels(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== '';) {
    const [whole = '', name = '', value = ''] = LABEL.exec(rest) ?? [];
    check(whole !== '' && !(name in labels), line);
    labels[name] = value.replace(/\\(.)/g, (_match, escaped: string) => (escaped === 'n' ? '\n' : escaped));
    rest = rest.slice(whole.length);
  }
  return labels;
}

function checkMetric({ name, type, samples }: ParsedMetric): void {
  const series = samples.map((sample) => `${sample.name} ${JSON.stringify(Object.entries(sample.labels).sort())}`);
  check(new Set(series).size === series.length, `${name}: a series comes twice`);
  if (type === 'histogram') {
    checkHistogram(name, samples);
    return;
  }
  check(
    samples.every((sample) => sample.name === name),
    `${name}: a sample of another name`,
  );
  if (type !== 'counter') return;
  check(name.endsWith('_total'), `${name}: a counter that does not end in _total`);
  check(
    samples.every(({ value }) => value >= 0),
    `${name}: a counter below zero`,
  );
}

/** Of each series: buckets that grow, the last of them `+Inf` with the count, and a sum. */
function checkHistogram(name: string, samples: readonly Sample[]): void {
  const seriesOf = ({ labels: { le, ...labels } }: Sample) => JSON.stringify(Object.entries(labels).sort());
  for (const key of new Set(samples.map(seriesOf))) {
    const series = samples.filter((sample) => seriesOf(sample) === key);
    const buckets = series.filter((sample) => sample.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels }) => Number(labels.le?.replace('Inf', 'Infinity')));
    const of = (suffix: string) => series.filter((sample) => sample.name === `${name}_${suffix}`);
    check(isAscending(bounds) && bounds.at(-1) === Infinity, `${name}: bounds`);
    check(isAscending(buckets.map(({ value }) => value)), `${name}: counts of buckets`);
    check(of('sum').length === 1 && of('count').length === 1, `${name}: sum and count`);
    check(of('count')[0]?.value === buckets.at(-1)?.value, `${name}: the count is not that of the last bucket`);
    check(buckets.length + 2 === series.length, `${name}: a sample of another name`);
  }
}

function isAscending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value >= (values[index - 1] ?? Infinity));
}

function check(isRight: boolean, what: string): void {
  if (!isRight) throw new Error(`no Prometheus text: ${what}`);
}
