import { performance } from 'node:perf_hooks';
import { InstantGhl } from './ghl-calls';
import { measureBoot } from './measure-boot';
import { measureCalls } from './measure-calls';
import { IntakeBench } from './measure-intake';
import { measureRecording } from './measure-recording';
import { measureTurns } from './measure-turns';
import type { Measurements } from './measurements';
import { report } from './report';
import { Service, setUpLocation } from './service';

/** No measurement begins after this, and the run is ended when three minutes, with the build, are nearly over. */
const BEGIN_UNTIL_MS = 145_000;
const END_AT_MS = 165_000;

const found: Measurements = {};
const problems: string[] = [];

/** Does one part of the run; one that fails leaves its numbers unmeasured and the others alone. */
async function step(title: string, work: () => Promise<void>): Promise<void> {
  if (performance.now() > BEGIN_UNTIL_MS) {
    problems.push(`${title}: left out, the time is over`);
    return;
  }
  process.stdout.write(`${title} …\n`);
  try {
    await work();
  } catch (cause) {
    problems.push(`${title}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

async function intake(ghl: InstantGhl): Promise<void> {
  const bench = await IntakeBench.start(ghl.port);
  found.idleRssMb = bench.idleRssMb;
  await step('intake, four servers in turn', async () => {
    found.intake = await bench.rounds();
  });
  await step('what recording costs', async () => {
    found.recording = await measureRecording(ghl.port);
  });
  await step('ack latency at 200/s', async () => {
    found.acks = { bare: await bench.acks('bare nest'), service: await bench.acks('service') };
  });
  await step('first texts', async () => {
    found.texts = await bench.texts(1_000);
  });
  await step('memory after 100,000 events', async () => {
    found.memory = await bench.memoryAfterEvents();
  });
  await bench.stop();
}

async function turns(ghl: InstantGhl): Promise<void> {
  const service = await Service.start('turns', ghl.port);
  await step('calls per turn', async () => {
    found.calls = await measureCalls(service, ghl);
  });
  await step('whole turns', async () => {
    found.turns = await measureTurns(service, ghl);
  });
  await step('boot with 10,000 conversations', async () => {
    found.bootMs = await measureBoot(ghl.port, service, found.calls?.contactIds ?? []);
  });
  await service.child.stop();
}

function finish(): never {
  const isAllMet = report(found, problems, performance.now() / 1_000);
  process.exit(isAllMet || !process.argv.includes('--check') ? 0 : 1);
}

async function main(): Promise<void> {
  setTimeout(() => {
    problems.push('ended early: the time was over');
    finish();
  }, END_AT_MS);
  const ghl = await InstantGhl.start();
  await setUpLocation(ghl.port);
  await step('servers', () => intake(ghl));
  await step('turns', () => turns(ghl));
  finish();
}

void main().catch((cause: unknown) => {
  process.stderr.write(`${String(cause)}\n`);
  process.exit(1);
});
