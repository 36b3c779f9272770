const BASE = "/api/v1";

export function address(path: string, query?: URLSearchParams | Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  const pairs = query instanceof URLSearchParams ? [...query] : Object.entries(query ?? {});
  for (const [key, value] of pairs) if (value !== null && value !== undefined && value !== "") search.set(key, String(value));
  const text = search.toString();
  return `${BASE}${path}${text ? `?${text}` : ""}`;
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  let detail = `the server answered ${response.status}`;
  try {
    const body = (await response.json()) as { detail?: unknown };
    if (typeof body.detail === "string") detail = body.detail;
  } catch {
    // an answer without words keeps the number
  }
  throw new Error(detail);
}

export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(await fetch(url, { signal, headers: { accept: "application/json" } }));
}

export async function post<T>(path: string, body: FormData | object): Promise<T> {
  const form = body instanceof FormData;
  const headers: Record<string, string> = { "x-fogline-write": "1" };
  if (!form) headers["content-type"] = "application/json";
  return answer<T>(await fetch(BASE + path, { method: "POST", headers, body: form ? body : JSON.stringify(body) }));
}

/** Until claims have been compared anew after a decision; a minute at most. */
export async function settled(): Promise<void> {
  for (let times = 0; times < 120; times += 1) {
    const { busy } = await get<{ busy: boolean }>(address("/reviews/comparing"));
    if (!busy) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** What an address gives, followed as the address changes; `data` of the last address stays until the next is there. */
export class Loaded<T> {
  data = $state.raw<T | undefined>();
  error = $state<string | undefined>();
  loading = $state(true);
  #url: () => string | null;
  #again = $state(0);

  constructor(url: () => string | null) {
    this.#url = url;
    $effect(() => {
      void this.#again;
      const now = this.#url();
      if (now === null) return;
      const stop = new AbortController();
      this.loading = true;
      get<T>(now, stop.signal).then(
        (data) => { this.data = data; this.error = undefined; this.loading = false; },
        (error: unknown) => {
          if (stop.signal.aborted) return;
          this.error = error instanceof TypeError ? "the server does not answer; is fogline serve still running?" : String((error as Error).message);
          this.loading = false;
        },
      );
      return () => stop.abort();
    });
  }

  again = (): void => { this.#again += 1; };
}
