/** What a person is told whose signing in did not work. In: the code the browser came back with. */
export function signInProblem(code: string): string {
  if (code === 'INVALID_TOKEN') return 'That link was used already, or it is too old. Ask for another one.';
  if (code === 'account_not_linked')
    return 'There is an account with this e-mail address already. Sign in the way you did before.';
  return 'Signing in did not work. Nothing of yours has changed; please try again.';
}
