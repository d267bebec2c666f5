'use client';

import { useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { Button } from '#components/ui/button.tsx';
import type { AccountView } from '#lib/services/account/describe-account.ts';
import { signInUrl } from './sign-in-url.ts';

/** The ways to sign in that this server knows. */
export function SignIn({ methods }: { methods: NonNullable<AccountView['methods']> }) {
  const [email, setEmail] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'sent'>('idle');
  const [problem, setProblem] = useState<string | null>(null);

  async function begin(body: { method: 'provider' } | { method: 'email'; email: string }) {
    setState('busy');
    setProblem(null);
    try {
      const response = await post('/api/account/sign-in', body);
      const url = signInUrl(await response.json());
      if (url === null) setState('sent');
      else location.assign(url);
    } catch (error) {
      setProblem(asApiError(error).message);
      setState('idle');
    }
  }

  return (
    <div className="mt-5 grid gap-5">
      {methods.provider && (
        <Button
          look="main"
          className="justify-self-start"
          disabled={state === 'busy'}
          onClick={() => void begin({ method: 'provider' })}
        >
          Sign in with {methods.provider}
        </Button>
      )}
      {methods.email && (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void begin({ method: 'email', email });
          }}
        >
          <label className="grid gap-1">
            <span className="label">E-mail address</span>
            <input
              type="email"
              name="email"
              autoComplete="email"
              required
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              className="min-h-11 w-72 max-w-full rounded-control border border-edge bg-paper px-3 font-sans text-control"
            />
          </label>
          <Button type="submit" disabled={state === 'busy'}>
            Send me a link
          </Button>
        </form>
      )}
      {state === 'sent' && (
        <p role="status" className="text-note">
          A link is on its way to {email}. It works once, for 15 minutes; open it in this browser.
        </p>
      )}
      {problem && (
        <p role="alert" className="text-note text-rubric">
          {problem}
        </p>
      )}
    </div>
  );
}
