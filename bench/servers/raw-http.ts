import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { announcePort, isSigned } from './server-kit';

/** The floor: what Node itself takes to receive a body and verify its HMAC. Nothing is parsed, nothing is kept. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const isValid = isSigned(Buffer.concat(chunks), signatureOf(request));
    const body = isValid ? '{"status":"accepted"}' : '{}';
    response.writeHead(isValid ? 200 : 403, { 'Content-Type': 'application/json', 'Content-Length': body.length });
    response.end(body);
  });
});
announcePort(server.listen(0, '127.0.0.1'));

function signatureOf({ headers }: IncomingMessage): string {
  return String(headers['x-ghl-signature']);
}
