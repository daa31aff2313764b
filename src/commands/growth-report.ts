import { loadAdminToken, SettingsError } from '../config';
import { readTexts, UsageError } from './command-line';
import { fetchReport, NoReportError } from './growth/fetch-report';
import { describeReport } from './growth/report-table';

const USAGE = 'npm run growth:report -- --url http://127.0.0.1:3000   needs ADMIN_TOKEN in the environment or .env';

/** `npm run growth:report`: what the growth experiments of a running service have come to. */
async function main(): Promise<void> {
  const { url } = readTexts(process.argv.slice(2), { url: 'http://127.0.0.1:3000' });
  const report = await fetchReport(url, loadAdminToken());
  for (const line of describeReport(report)) console.log(line);
}

main().catch((error: unknown) => {
  const isMisused = error instanceof UsageError || error instanceof SettingsError;
  const isExpected = isMisused || error instanceof NoReportError;
  console.error(isExpected ? error.message : error);
  if (isMisused) console.error(`\n${USAGE}`);
  process.exitCode = 1;
});
