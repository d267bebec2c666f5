import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Mail {
  to: string;
  text: string;
}

export interface MailServer {
  url: string;
  mails: Mail[];
  /** Turns every mail away from now on. */
  refuse: () => void;
  close: () => Promise<void>;
}

/** A mail server that keeps what it is sent (RFC 5321, as much of it as a sender needs). */
export async function startMailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  let refusing = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let buffer = '';
    let to = '';
    let body: string[] | null = null;
    const answer = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string) => {
      if (body) {
        if (line !== '.') return void body.push(line.replace(/^\.\./, '.'));
        mails.push({ to, text: decoded(body.join('\r\n')) });
        body = null;
        return answer('250 kept');
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO' || verb === 'HELO') return answer('250 mail.test');
      if (verb === 'MAIL') return answer(refusing ? '550 not today' : '250 ok');
      if (verb === 'RCPT') {
        to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        return answer('250 ok');
      }
      if (verb === 'DATA') {
        body = [];
        return answer('354 go on');
      }
      if (verb === 'QUIT') {
        answer('221 bye');
        return socket.end();
      }
      answer('250 ok');
    };
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        take(line);
      }
    });
    answer('220 mail.test');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: () => {
      refusing = true;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** The text of a mail; long lines come as quoted-printable. */
function decoded(mail: string): string {
  const [headers = '', ...rest] = mail.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (!/quoted-printable/i.test(headers)) return body;
  return body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
