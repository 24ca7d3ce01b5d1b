/** What the generator writes on top of sw.js. */
declare const BUILT: {
  /** Changes with anything the site is made of. */
  version: string;
  /** The folder the scripts of this version lie in. */
  scripts: string;
  /** What works offline from the first visit on: addresses from the site's root. */
  shell: string[];
  /** What works offline a little later: large files of data, such as the search index. */
  later: string[];
};
