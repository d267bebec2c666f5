import { countOwnerRows } from '#lib/db/owner-rows.ts';
import { findAccount } from '#lib/db/users.ts';
import { type Account, isAccountId } from '#lib/domain/account.ts';
import type { ServiceContext } from '../context.ts';

export interface AccountView {
  /** Who is signed in; null: what is kept belongs to this browser alone. */
  account: Account | null;
  /** Who could be, once the person at the browser says so: they came by a link that this browser did not ask for. */
  pending: Account | null;
  /** How one can sign in here; null: not at all. */
  methods: { email: boolean; provider: string | null } | null;
  held: { interviews: number; stories: number; drillAnswers: number; studyMarks: number };
  /** After how many days what nobody touched is deleted; 0: never. */
  retentionDays: number;
}

const nothing = { interviews: 0, stories: 0, drillAnswers: 0, studyMarks: 0 };

/** What is kept of whoever sits at this browser, and as whom. In: the headers their browser sent. */
export async function describeAccount({
  context,
  input,
}: {
  context: ServiceContext;
  input: { headers: Headers };
}): Promise<AccountView> {
  const { database, ownerId, signIn, retentionDays } = context;
  const account = ownerId && isAccountId(ownerId) ? await findAccount(database, ownerId) : null;
  const session = signIn && !account ? await signIn.accountOf(input.headers) : null;
  const held = ownerId === null ? nothing : await countOwnerRows(database, ownerId);
  const { interviews, stories, drillAnswers, studyMarks } = held;
  return {
    account,
    pending: session,
    methods: signIn?.methods ?? null,
    held: { interviews, stories, drillAnswers, studyMarks },
    retentionDays,
  };
}
