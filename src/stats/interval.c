#include <lyhord/stats/interval.h>

#include <math.h>

#include <glib.h>
#include <gsl/gsl_cdf.h>

/* (N − n)/(N − 1); a population of one has been asked. */
static double share_left(uint64_t sample, uint64_t population)
{
    if (population == 0)
        return 1;
    return population == 1 ? 0 : (double)(population - sample) / (double)(population - 1);
}

lyh_interval lyh_wilson(uint64_t having, uint64_t sample, uint64_t population)
{
    g_assert(having <= sample);
    if (sample == 0 || (population > 0 && sample > population))
        return (lyh_interval){ NAN, NAN };

    double z = gsl_cdf_ugaussian_Pinv(0.975);
    double n = (double)sample, p = (double)having / n;
    double squared = z * z * share_left(sample, population);
    double middle = (p + squared / (2 * n)) / (1 + squared / n);
    double half =
        sqrt(squared * (p * (1 - p) / n + squared / (4 * n * n))) / (1 + squared / n);
    return (lyh_interval){ having == 0 ? 0 : middle - half,
                           having == sample ? 1 : middle + half };
}
