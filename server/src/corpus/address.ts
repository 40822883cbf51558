/** Parameters of an address that say how somebody came to a page, not which page it is. */
const TRACKING = /^(?:utm_[^=]*|fbclid|gclid|mc_cid|mc_eid|igshid|ref|ref_src|cmpid|smid)(?:=|$)/iu;

/** Host, path and query of a web address (RFC 3986, appendix B); what is in front of an @ and a port do not tell pages apart. */
const ADDRESS = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)(?:\?([^#]*))?/iu;

/**
 * A page's address as two of them are compared: without scheme, “www.”, fragment, parameters that only track, and a slash at
 * the end; the host in small letters. Null of what is no web address.
 */
export function canonicalAddress(url: string): string | null {
  const [, host, path = '', query = ''] = ADDRESS.exec(url.trim()) ?? [];
  if (host === undefined) return null;
  const kept = query
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter))
    .sort();
  return `${host.toLowerCase().replace(/^(?:www|m|amp)\./u, '')}${path.replace(/\/+$/u, '')}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}
