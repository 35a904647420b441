/**
 * A refusal of the service (RFC 9457), or no answer at all (status 0).
 */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {{field: string, message: string}[]} [errors]
   */
  constructor(status, code, errors = []) {
    super(code);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/**
 * Asks the service for JSON.
 *
 * @param {string} path
 * @param {{method?: string, body?: unknown, query?: URLSearchParams, signal?: AbortSignal}} [options]
 * @returns {Promise<any>} null for an empty answer
 * @throws {Problem}
 */
export async function ask(path, { method = 'GET', body, query, signal } = {}) {
  const text = query?.toString();
  const response = await fetch(text ? `${path}?${text}` : path, {
    method,
    signal,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((error) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'offline');
  });
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Problem(response.status, answer?.code ?? 'unknown', answer?.errors ?? []);
  return answer;
}

/** @param {unknown} error true if a newer question made this one pointless */
export function isAborted(error) {
  return error instanceof DOMException && error.name === 'AbortError';
}
