import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, transpileModule } from 'typescript';

const source = readFileSync(join(__dirname, 'stop-signals.ts'), 'utf8');
const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.CommonJS } });

/** A process that starts, which is sent the signals while it does, and then runs until it is stopped. */
const PROCESS = `
${outputText}
const release = exports.holdStopSignals();
console.log('starting');
process.stdin.once('data', () => {
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => { console.log('stopped by ' + signal); process.exit(0); });
  release();
  setTimeout(() => { console.log('runs'); process.exit(0); }, 200);
});
`;

async function outputOf(signals: readonly NodeJS.Signals[]): Promise<string> {
  const child = spawn(process.execPath, ['-e', PROCESS], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  for (const signal of signals) child.kill(signal);
  child.stdin.end('started\n');
  await ended;
  return output;
}

describe('durability: a stop that is asked for during the start', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('is carried out once the start is over: %s', async (signal) => {
    expect(await outputOf([signal, signal])).toBe(`starting\nstopped by ${signal}\n`);
  });

  it('is not invented', async () => {
    expect(await outputOf([])).toBe('starting\nruns\n');
  });
});
