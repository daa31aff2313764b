import { parsePrometheusText } from './prometheus-text';

const HEAD = '# HELP a_total About a.\n# TYPE a_total counter\n';
const HISTOGRAM = '# HELP h About h.\n# TYPE h histogram\n';

describe('observability: the parser of the tests', () => {
  it('reads names, types, help, labels and values', () => {
    const text = `${HEAD}a_total{x="1,\\"2\\"",y="\\\\n"} 1.5e+3\n\n# HELP b About b.\n# TYPE b gauge\nb -Inf\n`;
    const parsed = parsePrometheusText(text);
    expect(parsed.get('a_total')).toEqual({
      name: 'a_total',
      type: 'counter',
      help: 'About a.',
      samples: [{ name: 'a_total', labels: { x: '1,"2"', y: '\\n' }, value: 1_500 }],
    });
    expect(parsed.get('b')?.samples[0]?.value).toBe(-Infinity);
  });

  it.each([
    ['no end of the last line', HEAD.trimEnd()],
    ['a sample without a type', 'a 1\n'],
    ['a type without help', '# TYPE a_total counter\na_total 1\n'],
    ['an unknown type', '# HELP a About.\n# TYPE a number\na 1\n'],
    ['a type that comes twice', `${HEAD}${HEAD}`],
    ['a counter by another name', '# HELP a About.\n# TYPE a counter\na 1\n'],
    ['a counter below zero', `${HEAD}a_total -1\n`],
    ['a sample of another metric', `${HEAD}b_total 1\n`],
    ['a series that comes twice', `${HEAD}a_total{x="1"} 1\na_total{x="1"} 1\n`],
    ['a label that comes twice', `${HEAD}a_total{x="1",x="2"} 1\n`],
    ['a label without quotes', `${HEAD}a_total{x=1} 1\n`],
    ['an unknown escape', `${HEAD}a_total{x="\\t"} 1\n`],
    ['a value that is none', `${HEAD}a_total one\n`],
    ['two values', `${HEAD}a_total 1 2\n`],
    ['a histogram without its sum', `${HISTOGRAM}h_bucket{le="+Inf"} 1\nh_count 1\n`],
    ['a histogram without an end', `${HISTOGRAM}h_bucket{le="1"} 1\nh_sum 1\nh_count 1\n`],
    ['a histogram that shrinks', `${HISTOGRAM}h_bucket{le="1"} 2\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n`],
    ['a histogram with another count', `${HISTOGRAM}h_bucket{le="+Inf"} 1\nh_sum 1\nh_count 2\n`],
  ])('refuses %s', (_title, text) => {
    expect(() => parsePrometheusText(text)).toThrow('no Prometheus text');
  });
});
