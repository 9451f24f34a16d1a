/**
 * The finders behind the scan: each knows a family of classes and adds what it finds.
 */
#ifndef LYHORD_PRIVACY_FINDERS_H
#define LYHORD_PRIVACY_FINDERS_H

#include <glib.h>

#include <lyhord/privacy/findings.h>

#include "../words.h"

/* Each adds lyh_finding to @findings; theirs may overlap each other's. */

/** Personnummer and samordningsnummer: date and check digit. */
void find_personnummer(const char *text, size_t size, GArray *findings);

/** E-mail, web addresses, user names. */
void find_addresses_on_the_net(const char *text, size_t size, GArray *findings);

/** Addresses as they are said: "anna snabel-a example punkt se", "briu punkt se". */
void find_said_addresses(const words *list, GArray *findings);

/** Telephones, accounts, organisation and case numbers, postal codes, property names. */
void find_numbers(const words *list, GArray *findings);

/** Exact days, exact sums, ages. */
void find_dates(const words *list, GArray *findings);
void find_sums(const words *list, GArray *findings);
void find_ages(const words *list, GArray *findings);

/** Why of a name that is only a capital: every other finding of the same place says more. */
extern const char *const why_unexplained;

/** Persons. */
void find_names(const words *list, GArray *findings);

/** A small word and a name in one: "lill-Jonna", "boendestödjar-Ali". */
void find_joined_names(const words *list, GArray *findings);

/** Who writes in a chat: small words and a colon that begin lines, and the same words elsewhere. */
void find_chats(const words *list, GArray *findings);

/** Municipalities, regions, other places, cards of county transport. */
void find_places(const words *list, GArray *findings);

/** Places and shops by an adjective or an owner: "Södra torget", "Beijers park", "Nisses kiosk". */
void find_landmarks(const words *list, GArray *findings);

/** Lines of buses, trams and trains: "linje 21", "713:an", "treans buss". */
void find_lines(const words *list, GArray *findings);

/** What is called by its number and is no line: "inlagd på femman", "porten på 43:an". */
void find_wards(const words *list, GArray *findings);

/** Places and persons written small in a message that begins small. */
void find_small(const words *list, GArray *findings);

/** "fristads folkhögskola", "marks kommun": a unit or a municipality by a town that is written small, at the word @i
 * behind it; "Finska teamet": by a people, at its capital @i. Both in the walk of find_locals(). */
void find_small_unit_at(const words *list, size_t i, GArray *findings);
void find_unit_of_people_at(const words *list, size_t i, GArray *findings);

/** Streets with and without number, boxes, c/o. */
void find_streets(const words *list, GArray *findings);

/** Employers, schools and units with their names. */
void find_workplaces(const words *list, GArray *findings);

/** Those a town knows by the name alone: "på Saab", "hos Eidar", "Kurdiska kulturföreningen"; and who
 * is of a town: "boråsare". */
void find_locals(const words *list, GArray *findings);

/** Persons by their letters: "H.L.", "A-L sa", "T pratar"; and, in the same walk, the next. */
void find_initials(const words *list, GArray *findings);

/** What is all of an answer, and no word of Swedish, at the capital @i: "Överlida.", "Borgstena plåt.";
 * "BP Plåtteknik", "på IPS-teamet". */
void find_fragment_at(const words *list, size_t i, GArray *findings);

/** Titles, diagnoses, crimes; and, in the same walk, the three below. */
void find_flags(const words *list, GArray *findings);

/** What somebody works as, where few do, at word @i, which is on no list: a flag as a title is. */
void find_trade(const words *list, size_t i, GArray *findings);

/** What people call a group, and what they write under, at the small word @i: "Skuldfria veckan kallar vi
 * oss", signaturen "En av kassarna", "ordföranden på Verdandi". */
void find_circle_at(const words *list, size_t i, GArray *findings);

/** "den enda kvinnan på nattpasset", "en av tre renskötare", "satt i kommunfullmäktige": what one or few are, at
 * word @i that says so. A flag as a title is; "den enda som" alone is a doubt. */
void find_singled_out(const words *list, size_t i, GArray *findings);

/** "bröt nacken", "har artros å socker": what somebody has, as people say it, at the small word @i of four letters or
 * more. A flag as a diagnosis is. */
void find_ailment(const words *list, size_t i, GArray *findings);

/** "med i Tre Rosor": a number with a capital at word @i, and another capital. */
void find_counted_name(const words *list, size_t i, GArray *findings);

/** A hon or han that is nobody's relative, in a text that writes hen. */
void find_gender(const words *list, GArray *findings);

/** What was a name once, wherever it stands: last, over what others found in @list, from finding @first. */
void find_again(const words *list, guint first, GArray *findings);

/** What nothing else has taken and is worth a look: behind all others, over what they found from @first. A
 * code of the study, of @known (codes.h), is none. */
struct codes;
void find_doubts(const words *list, const struct codes *known, guint first,
                 GArray *findings);

/** Add one. */
void add_finding(GArray *findings, size_t start, size_t end, lyh_finding_kind kind,
                 lyh_confidence confidence, const char *why);

#endif
