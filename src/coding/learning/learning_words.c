/*
 * Words that tell nothing of a subject: pronouns, articles, prepositions, conjunctions, auxiliaries,
 * the adverbs and particles of talk. Closed classes, as lemmas and as the forms whose lemma is
 * another word. Negations (inte, aldrig, ingen, utan, knappt …) are of them and are not left out:
 * "ringer aldrig" is no "ringer".
 */
#include <stdlib.h>
#include <string.h>

#include "learning_private.h"

/* Bytewise sorted. */
static const char *const left_out[] = {
    "all",        "alla",     "allt",       "alltså",     "andra",      "annan",  "annat",
    "antingen",   "asså",     "att",        "av",         "ba",         "bah",    "bakom",
    "bara",       "bland",    "blev",       "bli",        "blir",       "bliva",  "blivit",
    "borde",      "bort",     "borta",      "bruka",      "brukade",    "brukar", "båda",
    "både",       "bör",      "böra",       "d",          "de",         "dej",    "dem",
    "den",        "dendär",   "denhär",     "denna",      "denne",      "dennes", "dens",
    "deras",      "dess",     "dessa",      "dessutom",   "det",        "detta",  "dig",
    "din",        "dit",      "ditt",       "dock",       "dom",        "du",     "där",
    "därför",     "då",       "e",          "efter",      "egentligen", "eller",  "emellan",
    "emot",       "en",       "ens",        "er",         "era",        "ert",    "ett",
    "eventuellt", "exakt",    "exempelvis", "faktiskt",   "fast",       "fastän", "fram",
    "framför",    "från",     "få",         "får",        "fått",       "för",    "före",
    "förstås",    "ganska",   "genom",      "gentemot",   "gjorde",     "gör",    "göra",
    "ha",         "hade",     "han",        "hans",       "har",        "helt",   "hen",
    "henne",      "hennes",   "hit",        "hon",        "honom",      "hos",    "hur",
    "här",        "i",        "iaf",        "iallafall",  "idag",       "ifall",  "ifrån",
    "igen",       "igår",     "in",         "inför",      "innan",      "inne",   "inom",
    "ja",         "jaa",      "jag",        "jaha",       "jamen",      "jo",     "ju",
    "just",       "jätte",    "kan",        "kanske",     "komma",      "kring",  "kunde",
    "kunna",      "ligga",    "lika",       "liksom",     "lite",       "liten",  "litet",
    "lär",        "låta",     "man",        "med",        "medan",      "mej",    "mellan",
    "men",        "mer",      "mera",       "mest",       "mig",        "min",    "mina",
    "mitt",       "mot",      "mycken",     "mycket",     "många",      "måste",  "ned",
    "nej",        "ner",      "ni",         "nog",        "nu",         "nä",     "nämen",
    "när",        "någon",    "någonsin",   "någonstans", "någonting",  "något",  "några",
    "nån",        "nånstans", "nånting",    "nåt",        "o",          "och",    "också",
    "ok",         "okej",     "olika",      "om",         "oss",        "precis", "på",
    "redan",      "runt",     "sade",       "samma",      "samt",       "sant",   "sedan",
    "sej",        "sen",      "sig",        "sin",        "sina",       "sitt",   "själv",
    "själva",     "ska",      "skall",      "skola",      "skulle",     "som",    "stå",
    "säga",       "säger",    "så",         "sådan",      "sådana",     "sådant", "sådär",
    "såhär",      "sån",      "såna",       "sånt",       "ta",         "till",   "tills",
    "tre",        "tro",      "tror",       "trots",      "två",        "tycka",  "typ",
    "under",      "ungefär",  "upp",        "ur",         "ut",         "vad",    "var",
    "vara",       "varandra", "vare",       "varenda",    "varför",     "varit",  "varje",
    "vars",       "vart",     "vem",        "vems",       "verkligen",  "vi",     "via",
    "vid",        "vilja",    "vilka",      "vilken",     "vilket",     "vill",   "ville",
    "väl",        "väldigt",  "vår",        "våra",       "vårt",       "än",     "ändå",
    "ännu",       "är",       "även",       "å",          "åt",         "över",
};

static int by_bytes(const void *one, const void *two)
{
    return strcmp(one, *(const char *const *)two);
}

bool learning_leaves_out(const char *word)
{
    return bsearch(word, left_out, G_N_ELEMENTS(left_out), sizeof *left_out, by_bytes);
}
