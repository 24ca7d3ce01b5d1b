/**
 * A program as a calendar file (RFC 5545): one event for each session. Pure functions; the day, the
 * times and the clock are handed in.
 *
 * Times are floating: 18:00 is 18:00 wherever the phone is, before and after the clocks change,
 * which is what a session after work means. A named time zone would need its rules in the file,
 * and would move sessions for a lifter who travels.
 */

import { entryOf } from "../lookup.js";
import { rangeText } from "../words.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../program.js").Session} Session */
/**
 * What a reader chose.
 * @typedef {object} Choice
 * @property {string} start the date of the first session, `2026-11-30`
 * @property {Record<string, string>} times when each session begins, `18:00`, by its anchor
 * @property {number | null} reminder minutes before, or none
 */
/**
 * A session in the calendar.
 * @typedef {object} Appointment
 * @property {number} week
 * @property {Session} session
 * @property {Date} begins wall time, in the UTC fields
 */

export const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** When nobody said: after work. */
const USUAL = "18:00";
const DAY = 86_400_000;

/**
 * Every session with its date: they keep the distance they have in the program, whichever day the
 * first is on.
 * @param {Program} program
 * @param {Choice} choice
 * @returns {Appointment[]}
 */
export function appointments(program, choice) {
  const start = dateOf(choice.start);
  const first = program.plan[0]?.sessions[0];
  if (!start || !first) return [];
  const monday = start.getTime() - DAYS.indexOf(first.day) * DAY;
  return program.plan.flatMap(({ week, sessions }) =>
    sessions.map((session) => {
      const midnight = monday + ((week - 1) * 7 + DAYS.indexOf(session.day)) * DAY;
      const [hour = 0, minute = 0] = (entryOf(choice.times, session.anchor) ?? USUAL).split(":").map(Number);
      return { week, session, begins: new Date(midnight + (hour * 60 + minute) * 60_000) };
    }),
  );
}

/**
 * A date at midnight, in the UTC fields; `null` where it is none.
 * @param {string} text `2026-11-30`
 */
export function dateOf(text) {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) ? date : null;
}

/**
 * The weekday of a date, by its place in `DAYS`.
 * @param {Date} date
 */
export function weekdayOf(date) {
  return (date.getUTCDay() + 6) % 7;
}

/**
 * The calendar file.
 * @param {Program} program
 * @param {Choice} choice
 * @param {Date} now
 * @param {(week: number, session: Session) => string} addressOf where a session is read, or nothing
 */
export function calendar(program, choice, now, addressOf) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Four Pillars//Program calendar//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(program.title)}`,
    ...appointments(program, choice).flatMap((appointment) =>
      event(program, choice, appointment, now, addressOf(appointment.week, appointment.session)),
    ),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {Program} program
 * @param {Choice} choice
 * @param {Appointment} appointment
 * @param {Date} now
 * @param {string} address
 */
function event(program, choice, { week, session, begins }, now, address) {
  const ends = new Date(begins.getTime() + session.minutes * 60_000);
  const title = `${session.name}, week ${week} of ${program.weeks}`;
  const lines = [
    "BEGIN:VEVENT",
    // the same for the same start, so that a file taken in twice replaces what was there
    `UID:${program.id}.${choice.start.replaceAll("-", "")}.w${week}.${session.anchor}@four-pillars`,
    `DTSTAMP:${stamp(now)}Z`,
    // counts up, because some calendars keep the older of two events with the same number
    `SEQUENCE:${Math.max(0, Math.floor((now.getTime() - Date.UTC(2025, 0)) / 60_000))}`,
    `DTSTART:${stamp(begins)}`,
    `DTEND:${stamp(ends)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description(program, session, address))}`,
  ];
  if (address) lines.push(`URL:${address}`);
  if (choice.reminder !== null) {
    lines.push(
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:-PT${choice.reminder}M`,
      "END:VALARM",
    );
  }
  return [...lines, "END:VEVENT"];
}

/**
 * What is done that day, a line for each exercise.
 * @param {Program} program
 * @param {Session} session
 * @param {string} address
 */
function description(program, session, address) {
  const exercises = session.turns.flatMap((turn) =>
    turn.exercises.map((entry) => {
      const first = entry.sets[0];
      const facts = [
        entry.amount,
        first?.load?.text,
        first?.rir ? `RIR ${rangeText(first.rir)}` : "",
        turn.kind === "single" && turn.rest ? `rest ${turn.rest}` : "",
      ];
      const name = program.exercises[entry.exercise]?.name ?? entry.exercise;
      return `${entry.label} ${name}: ${facts.filter(Boolean).join(", ")}`;
    }),
  );
  const warmup = session.warmup.length ? [`Warm-up: ${session.warmup.join(" ")}`, ""] : [];
  return [...warmup, ...exercises, ...(address ? ["", address] : [])].join("\n");
}

/**
 * `20261130T180000`
 * @param {Date} date
 */
function stamp(date) {
  return date.toISOString().replace(/[-:]|\.\d+Z$/g, "");
}

/**
 * Text that stays text: RFC 5545, 3.3.11.
 * @param {string} text
 */
function escaped(text) {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\u0000-\u001f\u007f]/g, "");
}

/**
 * A line in pieces of at most 75 octets, none of which ends inside a character: RFC 5545, 3.1.
 * @param {string} line
 */
function folded(line) {
  let out = "";
  let room = 75;
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length;
    if (octets > room) {
      out += "\r\n ";
      room = 74;
    }
    out += character;
    room -= octets;
  }
  return out;
}
