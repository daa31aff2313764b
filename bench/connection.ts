import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** An answer, as far as the benchmark looks at it. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (cause: Error) => void;
}

/**
 * One kept connection, one request at a time. Requests are bytes made beforehand and answers are only measured off:
 * `node:http` as client costs as much as the servers under test, and would be what is measured.
 */
export class Connection {
  private waiting: Waiting | null = null;
  private received = '';

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.received += chunk.toString('latin1');
      this.settle();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        resolve(new Connection(socket));
      });
      socket.once('error', reject);
    });
  }

  static openAll(port: number, count: number): Promise<Connection[]> {
    return Promise.all(Array.from({ length: count }, () => Connection.open(port)));
  }

  exchange(request: Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      if (this.socket.destroyed) reject(new Error('the connection is closed'));
      else this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private settle(): void {
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0 || this.waiting === null) return;
    const head = this.received.slice(0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.received.length < headEnd + 4 + length) return;
    const reply = { status: Number(head.slice(9, 12)), text: this.received.slice(headEnd + 4) };
    const { resolve } = this.waiting;
    this.waiting = null;
    this.received = '';
    resolve(reply);
  }
}

/** Kept connections for a load that does not wait: when none is free, one more is opened. */
export class ConnectionPool {
  private readonly all: Connection[];

  private constructor(
    private readonly port: number,
    private readonly idle: Connection[],
  ) {
    this.all = [...idle];
  }

  static async open(port: number, count: number): Promise<ConnectionPool> {
    return new ConnectionPool(port, await Connection.openAll(port, count));
  }

  async exchange(request: Buffer): Promise<Reply> {
    const connection = this.idle.pop() ?? (await this.openOneMore());
    const reply = await connection.exchange(request);
    this.idle.push(connection);
    return reply;
  }

  close(): void {
    for (const connection of this.all) connection.close();
  }

  private async openOneMore(): Promise<Connection> {
    const connection = await Connection.open(this.port);
    this.all.push(connection);
    return connection;
  }
}
