// The address holds the whole state of a page: what is shown, filtered and selected.
class Route {
  path = $state(location.pathname);
  query = $state(new URLSearchParams(location.search));

  constructor() {
    addEventListener("popstate", () => this.read());
  }

  read(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }

  go(href: string, replace = false): void {
    if (replace) history.replaceState(null, "", href);
    else history.pushState(null, "", href);
    const moved = this.path !== location.pathname;
    this.read();
    if (moved && !replace) scrollTo(0, 0);
  }

  /** Change parts of the query; an empty value takes a part away. */
  set(changes: Record<string, string | null | undefined>, replace = false): void {
    this.go(this.with(changes), replace);
  }

  with(changes: Record<string, string | null | undefined>): string {
    const query = new URLSearchParams(this.query);
    for (const [key, value] of Object.entries(changes)) {
      if (value) query.set(key, value);
      else query.delete(key);
    }
    query.delete("token");
    const text = query.toString();
    return this.path + (text ? `?${text}` : "");
  }
}

export const route = new Route();

/** Lets links inside the board change the page without loading it anew. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = (event.target as Element | null)?.closest("a");
  if (!link || link.origin !== location.origin || link.hasAttribute("download") || link.target) return;
  if (link.pathname.startsWith("/api/") || link.hash) return;
  event.preventDefault();
  route.go(link.pathname + link.search);
}
