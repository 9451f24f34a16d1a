// Drawn here, 24 by 24, one line. A theme has its picture by name, any other by its letters.

import { svg } from "./dom.js";

const pictures = {
  bubble: ["M4 5h16v11h-9l-5 4v-4H4z", "M8 9h8M8 12h5"],
  door: ["M6 21V3h12v18M3 21h18", "M14 12h1"],
  people: ["M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 20c0-4 2-6 6-6s6 2 6 6", "M16 5a3 3 0 0 1 0 6M18 14c3 .5 4 3 4 6"],
  path: ["M5 21c0-5 14-5 14-10S5 9 5 3", "M3 5l2-2 2 2"],
  eye: ["M2 12c4-7 16-7 20 0-4 7-16 7-20 0z", "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"],
  sun: ["M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z", "M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2"],
  ear: ["M7 10a5 5 0 0 1 10 0c0 4-4 4-4 8a3 3 0 0 1-5.500 1.500", "M10 10a2 2 0 0 1 4 0c0 1.500-1.500 2-2 3"],
  star: ["M12 3l2.700 5.800 6.300.800-4.600 4.400 1.200 6.300L12 17.200 6.400 20.300l1.200-6.300L3 9.600l6.300-.800z"],
  shield: ["M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z", "M8.500 12l2.500 2.500 4.500-5"],
  house: ["M3 12l9-8 9 8", "M6 10v10h12V10", "M10 20v-6h4v6"],
  coin: ["M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z", "M9 16V8M14 8l-4 4 4 4"],
  clock: ["M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z", "M12 7v5l4 2"],
  hand: ["M7 12V6a1.500 1.500 0 0 1 3 0v5V4a1.500 1.500 0 0 1 3 0v7V5a1.500 1.500 0 0 1 3 0v8c0 5-2 8-5 8-4 0-6-4-8-8 1-1 3 0 4 2"],
  key: ["M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z", "M12 12h9v3M17 12v2"],
  leaf: ["M5 19C4 9 10 4 20 4c0 10-5 16-13 14", "M5 21c1-6 5-10 10-12"],
  scales: ["M12 4v16M7 20h10M5 7h14", "M2 14l3-7 3 7zM16 14l3-7 3 7z"],
  paper: ["M6 3h8l4 4v14H6z", "M14 3v4h4M9 12h6M9 16h6"],
  phone: ["M6 3h4l1 5-2.500 1.500a11 11 0 0 0 6 6L16 13l5 1v4c0 2-1 3-3 3C10 21 3 14 3 6c0-2 1-3 3-3z"],
};

const known = {
  bemötande: "bubble", tillgänglighet: "door", delaktighet: "people", förutsägbarhet: "path",
  tydlighet: "eye", engagemang: "sun", förståelse: "ear", respekt: "star", trygghet: "shield",
  "fysisk miljö": "house", ekonomi: "coin", arbetsbelastning: "clock", kontaktvägar: "phone",
  blanketter: "paper", makt: "scales", stöd: "hand", väntan: "clock", väntetider: "clock",
};

const names = Object.keys(pictures);

// The same picture for the same name, always (FNV-1a over its characters).
function pictureOf(name) {
  const wanted = known[name.toLowerCase()];
  if (wanted) return pictures[wanted];
  let hash = 2166136261;
  for (const each of name) hash = Math.imul(hash ^ each.codePointAt(0), 16777619) >>> 0;
  return pictures[names[hash % names.length]];
}

export const themeIcon = (name) => svg(pictureOf(name));

const signs = {
  undo: ["M9 14L4 9l5-5", "M4 9h10a6 6 0 0 1 0 12h-3"],
  redo: ["M15 14l5-5-5-5", "M20 9H10a6 6 0 0 0 0 12h3"],
  speak: ["M4 9v6h4l5 5V4L8 9z", "M16 9a4 4 0 0 1 0 6M19 6a8 8 0 0 1 0 12"],
  stop: ["M6 6h12v12H6z"],
  next: ["M5 12h14M13 6l6 6-6 6"],
  back: ["M19 12H5M11 6l-6 6 6 6"],
  pen: ["M4 20l1-5L16 4l4 4L9 19z"],
  more: ["M5 12h.01M12 12h.01M19 12h.01"],
  check: ["M4 13l5 5L20 6"],
  cross: ["M6 6l12 12M18 6L6 18"],
  look: ["M3 19L8 6h1l5 13M5 14h7M15 19l3-8h1l3 8M16 16h5"],
  quote: ["M4 17c4 0 5-3 5-8H4v5h3M14 17c4 0 5-3 5-8h-5v5h3"],
  idea: ["M9 18h6M10 21h4M12 3a6 6 0 0 1 4 10c-1 1-1 2-1 3H9c0-1 0-2-1-3a6 6 0 0 1 4-10z"],
  file: pictures.paper,
};

export const sign = (name) => svg(signs[name]);
