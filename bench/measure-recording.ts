import { setTimeout as pause } from 'node:timers/promises';
import { closedLoop } from './load';
import { median } from './numbers';
import { Service } from './service';
import { contactWebhooks } from './webhooks';

const CONTACTS = Array.from({ length: 200 }, (_, index) => `recorded${index}`);
const WARM_UP = { requests: 6_000, maxMs: 2_500 };
const ROUND = { requests: 2_000, maxMs: 1_500 };
/** Neither is always the one that comes after the other. */
const ORDER = [true, false, false, true, true, false, false, true, true, false];
/** An event is worked on after its answer too. */
const SETTLE_MS = 150;

/** Processor time of the service per intake event, in microseconds. */
export interface RecordingResult {
  readonly onUs: number;
  readonly offUs: number;
}

/** What counting and measuring costs: one process, its recording on and off in turn. */
export async function measureRecording(ghlPort: number): Promise<RecordingResult> {
  const service = await Service.start('recording', ghlPort, { script: 'bench/servers/switchable-service.js' });
  await service.introduce(CONTACTS);
  await intakeUs(service, WARM_UP);
  const rounds: { readonly isRecording: boolean; readonly cpuUs: number }[] = [];
  for (const isRecording of ORDER) {
    service.child.process.send({ isRecording });
    rounds.push({ isRecording, cpuUs: await intakeUs(service, ROUND) });
  }
  await service.child.stop();
  const medianOf = (wanted: boolean) =>
    median(rounds.filter(({ isRecording }) => isRecording === wanted).map(({ cpuUs }) => cpuUs));
  return { onUs: medianOf(true), offUs: medianOf(false) };
}

async function intakeUs(service: Service, { requests, maxMs }: typeof ROUND): Promise<number> {
  const prepared = contactWebhooks(CONTACTS, requests);
  await pause(SETTLE_MS);
  const before = service.child.cpuMs();
  const { done } = await closedLoop(service.port, prepared, maxMs);
  await pause(SETTLE_MS);
  return ((service.child.cpuMs() - before) * 1_000) / done;
}
