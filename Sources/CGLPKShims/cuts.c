#include "search.h"
#include <math.h>

/* Exported by libglpk 5.0, but not in its header. */
typedef struct glp_mir glp_mir;
glp_mir *glp_mir_init(glp_prob *p);
int glp_mir_gen(glp_prob *p, glp_mir *mir, glp_prob *pool);
void glp_mir_free(glp_mir *mir);
int glp_gmi_gen(glp_prob *p, glp_prob *pool, int most);

enum { MOST_ROUNDS = 30, MOST_GOMORY = 50 };

/* Adds the rows of a pool; how many there were. */
static int add_rows(search *s, glp_prob *pool) {
    int *index = glp_alloc(s->columns + 1, sizeof(int));
    double *value = glp_alloc(s->columns + 1, sizeof(double));
    int count = glp_get_num_rows(pool);
    for (int i = 1; i <= count; i++) {
        int type = glp_get_row_type(pool, i);
        add_row(s, glp_get_mat_row(pool, i, index, value), index, value,
                type == GLP_UP ? -HUGE_VAL : glp_get_row_lb(pool, i),
                type == GLP_LO ? HUGE_VAL : glp_get_row_ub(pool, i));
    }
    glp_free(index);
    glp_free(value);
    return count;
}

static int add_round(search *s, glp_mir *mir) {
    glp_prob *pool = glp_create_prob();
    glp_add_cols(pool, s->columns);
    if (mir != NULL) glp_mir_gen(s->relaxation, mir, pool);
    if (s->options->gomory_cuts) glp_gmi_gen(s->relaxation, pool, MOST_GOMORY);
    int count = add_rows(s, pool);
    glp_delete_prob(pool);
    return count;
}

/* Takes cuts out that do not bind. */
static void purge(search *s) {
    int rows = glp_get_num_rows(s->relaxation), count = 0;
    int *loose = glp_alloc(rows + 1, sizeof(int));
    for (int i = s->model->rows + 1; i <= rows; i++)
        if (glp_get_row_stat(s->relaxation, i) == GLP_BS) loose[++count] = i;
    if (count > 0) glp_del_rows(s->relaxation, count, loose);
    glp_free(loose);
}

/* Adds GLPK's cuts at the root, round by round, as long as they move the bound. */
void strengthen(search *s) {
    if (s->columns == 0 || (!s->options->mir_cuts && !s->options->gomory_cuts)) return;
    glp_mir *mir = s->options->mir_cuts ? glp_mir_init(s->relaxation) : NULL;
    double first = glp_get_obj_val(s->relaxation), last = first;
    for (int round = 0; round < MOST_ROUNDS; round++) {
        if (add_round(s, mir) == 0 || relax(s, 0) != RELAXED) break;
        double objective = glp_get_obj_val(s->relaxation);
        purge(s);
        if (relax(s, 0) != RELAXED) break;
        if (round > 2 && objective < last + 1e-3 * fabs(objective - first) + 1e-6) break;
        last = objective;
    }
    if (mir != NULL) glp_mir_free(mir);
}
