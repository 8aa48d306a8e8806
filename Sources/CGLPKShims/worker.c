#include "search.h"
#include <math.h>
#include <string.h>

/* A column counts as integer within this. */
static const double integrality = 1e-7;

int is_integer(const search *s, int column) { return s->model->is_integer[column - 1]; }

/* How far a column's value lies above an integer; 0 where it is one. */
double fraction(const worker *w, int column) {
    double part = w->values[column] - floor(w->values[column]);
    return part <= integrality || part >= 1 - integrality ? 0 : part;
}

/* Whether no wanted solution has this objective. */
int is_hopeless(const search *s, double bound) {
    return s->cutoff < HUGE_VAL && bound >= s->cutoff - 1e-10 * (1 + fabs(s->cutoff));
}

/* Makes a worker, without a relaxation, on this thread. */
void make_worker(worker *w, search *s) {
    int n = s->columns;
    if (s->options->memory_mib > 0) glp_mem_limit(s->options->memory_mib);
    w->search = s;
    w->lower = claim(s, (n + 1) * sizeof(double));
    w->upper = claim(s, (n + 1) * sizeof(double));
    memcpy(w->lower, s->first_lower, (n + 1) * sizeof(double));
    memcpy(w->upper, s->first_upper, (n + 1) * sizeof(double));
    w->goal_lower = claim(s, (n + 1) * sizeof(double));
    w->goal_upper = claim(s, (n + 1) * sizeof(double));
    w->values = claim(s, (n + 1) * sizeof(double));
    w->scores = claim(s, (n + 1) * sizeof(double));
    w->candidates = claim(s, (n + 1) * sizeof(int));
    w->board.lower = claim(s, (n + 1) * sizeof(double));
    w->board.upper = claim(s, (n + 1) * sizeof(double));
    w->board.part_lower = claim(s, (n + 1) * sizeof(double));
    w->board.part_upper = claim(s, (n + 1) * sizeof(double));
    w->board.trials = claim(s, 2 * (n + 1) * sizeof(trial));
    w->queue = claim(s, (s->model->rows + 1) * sizeof(int));
    w->is_queued = claim(s, s->model->rows + 1);
    for (int direction = DOWN; direction <= UP; direction++) {
        w->costs[direction] = claim(s, (n + 1) * sizeof(pseudocost));
        w->group_costs[direction] = claim(s, (n + 1) * sizeof(pseudocost));
    }
}

/* Lets other workers know of this one. */
void enlist(worker *w) {
    search *s = w->search;
    pthread_mutex_lock(&s->lock);
    s->workers[s->worker_count++] = w;
    pthread_mutex_unlock(&s->lock);
}
