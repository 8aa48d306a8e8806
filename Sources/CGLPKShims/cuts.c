#include "search.h"
#include <math.h>

/* Exported by libglpk 5.0, but not in its header. */
typedef struct glp_mir glp_mir;
glp_mir *glp_mir_init(glp_prob *p);
int glp_mir_gen(glp_prob *p, glp_mir *mir, glp_prob *pool);
void glp_mir_free(glp_mir *mir);
int glp_gmi_gen(glp_prob *p, glp_prob *pool, int most);

enum {
    MOST_ROUNDS = 30,
    MOST_GOMORY = 50,
    ITERATIONS = 20000 /* of the simplex method after which no round begins, or as many as the root took */
};

/* Adds the rows of a pool; how many there were. */
static int add_rows(worker *w, glp_prob *pool) {
    search *s = w->search;
    int *index = claim(s, (s->columns + 1) * sizeof(int));
    double *value = claim(s, (s->columns + 1) * sizeof(double));
    int count = glp_get_num_rows(pool);
    for (int i = 1; i <= count; i++) {
        int type = glp_get_row_type(pool, i);
        add_row(w, glp_get_mat_row(pool, i, index, value), index, value,
                type == GLP_UP ? -HUGE_VAL : glp_get_row_lb(pool, i),
                type == GLP_LO ? HUGE_VAL : glp_get_row_ub(pool, i));
    }
    give_back(s, index);
    give_back(s, value);
    return count;
}

/* Adds the caller's rows; how many there were. */
static int add_callers(worker *w) {
    search *s = w->search;
    cglpk_rows rows = {0};
    for (int j = 1; j <= s->columns; j++) w->values[j] = glp_get_col_prim(w->relaxation, j);
    s->options->separate(s->options->info, w->values + 1, &rows);
    int *index = claim(s, (s->columns + 1) * sizeof(int));
    double *value = claim(s, (s->columns + 1) * sizeof(double));
    for (int i = 0; i < rows.count; i++) {
        int n = 0;
        for (int k = rows.begin[i]; k < rows.begin[i + 1]; k++) {
            index[++n] = rows.column[k] + 1;
            value[n] = rows.value[k];
        }
        add_row(w, n, index, value, rows.lower[i], rows.upper[i]);
    }
    give_back(s, index);
    give_back(s, value);
    return rows.count;
}

static int add_round(worker *w, glp_mir *mir) {
    const search *s = w->search;
    glp_prob *pool = glp_create_prob();
    glp_add_cols(pool, s->columns);
    if (mir != NULL) glp_mir_gen(w->relaxation, mir, pool);
    if (s->options->gomory_cuts) glp_gmi_gen(w->relaxation, pool, MOST_GOMORY);
    int count = add_rows(w, pool);
    glp_delete_prob(pool);
    return count + (s->options->separate != NULL ? add_callers(w) : 0);
}

/* Takes cuts out that do not bind. */
static void purge(worker *w) {
    search *s = w->search;
    int rows = glp_get_num_rows(w->relaxation), count = 0;
    int *loose = claim(s, (rows + 1) * sizeof(int));
    for (int i = s->model->rows + 1; i <= rows; i++)
        if (glp_get_row_stat(w->relaxation, i) == GLP_BS) loose[++count] = i;
    if (count > 0) glp_del_rows(w->relaxation, count, loose);
    give_back(s, loose);
}

static void add_rounds(worker *w, glp_mir *mir) {
    double first = glp_get_obj_val(w->relaxation), last = first;
    int before = glp_get_it_cnt(w->relaxation), end = before + (before > ITERATIONS ? before : ITERATIONS);
    for (int round = 0; round < MOST_ROUNDS && glp_get_it_cnt(w->relaxation) < end; round++) {
        if (add_round(w, mir) == 0 || relax(w, 0) != RELAXED) break;
        double objective = glp_get_obj_val(w->relaxation);
        purge(w);
        if (relax(w, 0) != RELAXED) break;
        if (round > 2 && objective < last + 1e-3 * fabs(objective - first) + 1e-6) break;
        last = objective;
    }
}

/* Adds cuts at the root, round by round, as long as they move the bound. */
void strengthen(worker *w) {
    const search *s = w->search;
    const cglpk_options *o = s->options;
    if (s->columns == 0 || (!o->mir_cuts && !o->gomory_cuts && o->separate == NULL)) return;
    glp_mir *mir = o->mir_cuts ? glp_mir_init(w->relaxation) : NULL;
    add_rounds(w, mir);
    if (mir != NULL) glp_mir_free(mir);
}

/* Makes the cuts that are left rows of the search, for all workers. */
void keep_cuts(worker *w) {
    search *s = w->search;
    int *index = claim(s, (s->columns + 1) * sizeof(int));
    double *value = claim(s, (s->columns + 1) * sizeof(double));
    for (int i = s->model->rows + 1; i <= glp_get_num_rows(w->relaxation); i++) {
        int terms = glp_get_mat_row(w->relaxation, i, index, value), type = glp_get_row_type(w->relaxation, i);
        note_row(s, terms, index, value, type == GLP_UP ? -HUGE_VAL : glp_get_row_lb(w->relaxation, i),
                 type == GLP_LO ? HUGE_VAL : glp_get_row_ub(w->relaxation, i));
    }
    give_back(s, index);
    give_back(s, value);
}
