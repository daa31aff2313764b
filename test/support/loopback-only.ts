import { Socket } from 'node:net';

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/;
const connect = Reflect.get(Socket.prototype, 'connect') as (...args: unknown[]) => Socket;

/** Tests reach nobody else's machine, whatever the code under test tries: other names and addresses are not found. */
function connectOnLoopback(this: Socket, ...args: unknown[]): Socket {
  const options = optionsOf(args);
  const host = options.host ?? 'localhost';
  if (LOOPBACK.test(host)) return connect.apply(this, args);
  const lookup = (_name: string, _options: object, found: (error: Error) => void) => {
    found(new Error(`tests stay on this machine: there is no ${host}`));
  };
  return connect.call(this, { ...options, host: 'elsewhere.invalid', lookup });
}

/** Of the forms of `connect`: `(options)`, `([options])` from within Node, `(port, host)`, `(path)`. */
function optionsOf([first, second]: readonly unknown[]): { readonly host?: string; readonly port?: unknown } {
  const target: unknown = Array.isArray(first) ? first[0] : first;
  if (typeof target === 'object' && target !== null) return target;
  return typeof second === 'string' ? { host: second, port: target } : {};
}

// Node's modules are shared by all test files of a worker: one is enough.
if (connect.name !== connectOnLoopback.name) Reflect.set(Socket.prototype, 'connect', connectOnLoopback);
