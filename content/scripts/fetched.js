/** JSON from the site's own files. */

/**
 * What a file holds; an error where it did not come.
 * @param {URL} address
 * @returns {Promise<any>}
 */
export async function fetchedJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
}
