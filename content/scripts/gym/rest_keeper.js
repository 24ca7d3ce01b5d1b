/** The rest of a session as it runs: its bells, its moves, and what is made up for after the dark. */

import { bells, moved, restFrom, spoken, STALE } from "./rest.js";
import { cancel, catchUp, schedule, unlock, vibrate } from "./ringer.js";

/** @typedef {import("./rest.js").Rest} Rest */

/**
 * @param {{rest: () => Rest | null, keep: (rest: Rest | null) => void, say: (words: string) => void,
 *   over: () => void, stale: () => void}} session where the rest is kept, and who is told
 */
export function restKeeper(session) {
  /** Bells that have rung, or need not ring any more. @type {Set<string>} */
  let rung = new Set();

  /** @param {Rest} rest @param {number} now */
  function set(rest, now) {
    rung = new Set(bells(rest).flatMap(({ bell, at }) => (rung.has(bell) && at <= now ? [bell] : [])));
    schedule(bells(rest), now);
    session.keep(rest);
  }

  return {
    /** @param {{low: number, high: number}} seconds */
    start(seconds) {
      rung = new Set();
      const now = Date.now();
      set(restFrom(now, seconds), now);
      session.say(`Rest, ${spoken(seconds.high)}.`);
    },
    /** Take up a rest that was kept before a reload; whether it still runs. */
    resume() {
      const rest = session.rest();
      const now = Date.now();
      if (!rest) return false;
      rung = new Set(bells(rest).flatMap(({ bell, at }) => (at <= now ? [bell] : [])));
      if (now >= rest.over) return false;
      unlock();
      schedule(bells(rest), now);
      return true;
    },
    /** @param {number} seconds more or less */
    move(seconds) {
      const rest = session.rest();
      const now = Date.now();
      if (rest) set(moved(rest, seconds, now), now);
    },
    end() {
      cancel();
      session.keep(null);
    },
    /** Look at the time: ring what is due, wherever the phone did not. */
    turn() {
      const rest = session.rest();
      if (!rest) return;
      const now = Date.now();
      let isOver = false;
      for (const { bell, at } of bells(rest)) {
        if (at > now || rung.has(bell)) continue;
        rung.add(bell);
        isOver ||= bell === "over";
        if (now - at > STALE) continue;
        catchUp(bell);
        vibrate(bell === "over" ? [300, 120, 300] : [120]);
        session.say(bell === "over" ? "Rest over." : `Ready when you are. Rest until ${spoken(Math.round((rest.over - rest.from) / 1000))}.`);
      }
      if (isOver) session.over();
      if (now - rest.over > STALE) session.stale();
    },
  };
}
