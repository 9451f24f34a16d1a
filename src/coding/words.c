#include <lyhord/coding/words.h>

#include <string.h>

#include <lyhord/coding/coding.h>

static const char *polarity_name(unsigned value)
{
    return lyh_polarity_name((lyh_polarity)value);
}

static const char *state_name(unsigned value)
{
    return lyh_state_name((lyh_state)value);
}

static const char *time_name(unsigned value)
{
    return lyh_time_name((lyh_time)value);
}

static const char *status_name(unsigned value)
{
    return lyh_status_name((lyh_status)value);
}

static const char *mark_name(unsigned value)
{
    return lyh_mark_name((lyh_mark)value);
}

const lyh_words lyh_polarity_words = { polarity_name, LYH_MINUS + 1 };
const lyh_words lyh_state_words = { state_name, LYH_OTHER + 1 };
const lyh_words lyh_time_words = { time_name, LYH_TIME_NOW + 1 };
const lyh_words lyh_status_words = { status_name, LYH_MANUAL + 1 };
const lyh_words lyh_mark_words = { mark_name, LYH_MARK_PROPOSAL + 1 };

unsigned lyh_words_find(const lyh_words *words, const char *text)
{
    unsigned value = 0;
    while (value < words->count && strcmp(words->name(value), text) != 0)
        value++;
    return value;
}
