import { createTransport } from 'nodemailer';
import { BarRaiserError } from '#lib/domain/errors.ts';

/** Sends the link that signs a person in. @throws BarRaiserError sign_in_failed when the mail server does not take it. */
export type SendLink = (mail: { to: string; link: string; minutes: number }) => Promise<void>;

/** In: the mail server as `smtp://user:password@host:port` or `smtps://...`, and the sender. */
export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): SendLink {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
  });
  return async ({ to, link, minutes }) => {
    const text = [
      'Open this link to sign in to Bar Raiser:',
      '',
      link,
      '',
      `It works once, for ${minutes} minutes. If you did not ask for it, you need not do anything.`,
      '',
    ].join('\n');
    try {
      await transport.sendMail({ from, to, subject: 'Your sign-in link for Bar Raiser', text });
    } catch (cause) {
      throw new BarRaiserError('sign_in_failed', 'The e-mail could not be sent. Please try again later.', {
        cause,
      });
    }
  };
}
