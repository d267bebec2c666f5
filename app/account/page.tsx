import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { z } from 'zod';
import { DeleteEverything } from '#components/account/delete-everything.tsx';
import { HeldList } from '#components/account/held-list.tsx';
import { SignIn } from '#components/account/sign-in.tsx';
import { signInProblem } from '#components/account/sign-in-words.ts';
import { SignedIn } from '#components/account/signed-in.tsx';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { pageContext } from '#lib/http/page-context.ts';
import { optionalInQuery } from '#lib/http/query.ts';
import { describeAccount } from '#lib/services/account/describe-account.ts';

export const metadata: Metadata = { title: 'Your data' };

const querySchema = z.object({ error: optionalInQuery(z.string().max(100)) });

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const { error } = querySchema.parse(await searchParams);
  const context = await pageContext();
  const view = await describeAccount({ context, input: { headers: await headers() } });
  const { account, pending, methods, held, retentionDays } = view;
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-10 text-display">Your data</h1>
      <MarginSection title={account ? 'Your account' : 'Who you are here'}>
        {error && (
          <p role="alert" className="mb-5 max-w-read border-l-4 border-rubric pl-4 text-read">
            {signInProblem(error)}
          </p>
        )}
        {account && <SignedIn email={account.email} pending={false} />}
        {pending && <SignedIn email={pending.email} pending />}
        {!account && !pending && (
          <p className="max-w-read text-read">
            Nobody in particular. What you do here belongs to this browser, which a signed cookie recognises
            for a year.
            {methods
              ? ' Sign in to have it in other browsers too; what you have done so far is taken along.'
              : ''}
          </p>
        )}
        {!account && !pending && methods && <SignIn methods={methods} />}
      </MarginSection>
      <MarginSection title="What is kept">
        <HeldList held={held} />
        <p className="mt-4 max-w-read text-note text-faded">
          {retentionDays > 0
            ? `What you do not touch for ${retentionDays} days is deleted by itself.`
            : 'It stays until you delete it.'}{' '}
          Nothing you say is written to a log.
        </p>
      </MarginSection>
      <MarginSection title="Take it along">
        <p className="max-w-read text-read">
          One archive: every interview with its debrief as JSON and Markdown, your stories, what you drilled
          and read.
        </p>
        <a className={`${buttonClass('plain')} mt-5`} href="/api/account/export" download>
          Export everything
        </a>
      </MarginSection>
      <MarginSection title="Leave nothing here">
        <DeleteEverything signedIn={account !== null} />
      </MarginSection>
    </main>
  );
}
