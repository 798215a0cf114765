/** Why a server refuses, in one sentence. */
export function toRefusal(remote: { readonly name: string }, thrown: unknown): string {
  const { status, message } = thrown as { readonly status?: number; readonly message?: string };
  const { host, pathname } = new URL(remote.name);
  switch (status) {
    case 401:
    case 403:
      return `The server ${host} refuses the answers: the name or the password is wrong, or it does not let this reader write.`;
    case 404:
      return `The server ${host} has no database “${pathname.slice(1)}”: ask whoever made the study.`;
    default:
      return `The server ${host} refuses the answers: ${message ?? status ?? 'it says no more'}.`;
  }
}
