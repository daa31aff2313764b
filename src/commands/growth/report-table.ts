import type { FeatureReport, GroupReport, Report } from '../../growth';

type Comparison = GroupReport['comparison'];
type EffectName = Exclude<keyof Comparison, 'sample_size_warning'>;
type Format = (value: number) => string;

const percent: Format = (value) => `${(value * 100).toFixed(1)}%`;
const signedPercent: Format = (value) => `${value > 0 ? '+' : ''}${percent(value)}`;

const ROWS: readonly { readonly name: EffectName; readonly title: string; readonly format: Format }[] = [
  { name: 'reply_rate', title: 'replied', format: percent },
  { name: 'appointment_booked_rate', title: 'appointment booked', format: percent },
  { name: 'opt_out_rate', title: 'opted out', format: percent },
  { name: 'response_to_handoff_seconds', title: 'median to handoff, hot', format: (value) => `${value.toFixed(0)} s` },
];
const HEAD = ['', 'contacts', 'control', 'treatment', 'lift', '95% interval', 'p', 'goal'];
const WIDTHS = [42, 13, 10, 11, 9, 19, 9, 0];

/** The report for people, line by line. */
export function describeReport({ generated_at, auto_stop, features }: Report): readonly string[] {
  return [
    `Growth report of ${generated_at}`,
    auto_stop ? `Response styles stopped at ${auto_stop.paused_at}: ${auto_stop.reason}` : 'Nothing was stopped.',
    ...Object.entries(features).flatMap(([name, feature]) => ['', ...describeFeature(name, feature)]),
  ];
}

function describeFeature(name: string, feature: FeatureReport): readonly string[] {
  if (feature.contacts === 0) return [`${name}: no contacts yet`];
  const { comparison, success_metrics: goals } = feature;
  const statusOf = (row: EffectName) => (row in goals ? goals[row as keyof typeof goals].status : '');
  const warning = comparison.sample_size_warning;
  return [
    `${name}: ${feature.compares}, ${feature.randomised ? 'randomised' : 'NOT randomised'}`,
    toLine(HEAD),
    ...ROWS.map((row) => describeEffect(row.title, feature, row, statusOf(row.name))),
    ...describeGroups('segment', feature.segments),
    ...describeGroups('source', feature.sources),
    ...[...(warning === null ? [] : [warning]), ...feature.notes].map((note) => `  * ${note}`),
  ];
}

function describeGroups(what: string, groups: FeatureReport['segments']): readonly string[] {
  return Object.entries(groups).flatMap(([name, group]) =>
    ROWS.slice(1, 3).map((row) => describeEffect(`${what} ${name}: ${row.title}`, group, row, '')),
  );
}

function describeEffect(title: string, group: GroupReport, row: (typeof ROWS)[number], status: string): string {
  const {
    control,
    treatment,
    relative_lift: lift,
    confidence_interval: interval,
    p_value,
  } = group.comparison[row.name];
  return toLine([
    `  ${title}`,
    `${group.arms.control.contacts} / ${group.arms.treatment.contacts}`,
    show(control, row.format),
    show(treatment, row.format),
    show(lift, signedPercent),
    interval ? `${signedPercent(interval.lower)} to ${signedPercent(interval.upper)}` : '-',
    show(p_value, (value) => value.toFixed(4)),
    status,
  ]);
}

function show(value: number | null, format: Format): string {
  return value === null ? '-' : format(value);
}

function toLine(cells: readonly string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
    .join(' ')
    .trimEnd();
}
